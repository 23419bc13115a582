import { sentenceCase } from "@/server/format";
import {
  type KeptRiskFields,
  type RiskField,
  type RiskFields,
  riskFieldNames,
  riskFields,
} from "@/server/risks/fields";

/**
 * What a team says of a risk besides the fields that a page shows in places of their own, so that every page shows every
 * field. What was not said is left out.
 */
export function otherFieldsInWords(risk: RiskFields | KeptRiskFields, shown: readonly RiskField[]) {
  return riskFieldNames.flatMap((name) => {
    const said = risk[name];
    if (shown.includes(name) || said === null || said === undefined || said === "") return [];
    return [
      { name, term: riskFields[name].term, words: name === "domain" ? sentenceCase(String(said)) : String(said) },
    ];
  });
}
