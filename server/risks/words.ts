import { sentenceCase } from "@/server/format";
import {
  type RiskField,
  type RiskFields,
  riskFieldNames,
  riskFields,
  type StoredRiskFields,
} from "@/server/risks/fields";

/** The filled-in fields of a risk other than those a page shows separately, so that every page shows every field. */
export function otherFieldsInWords(risk: RiskFields | StoredRiskFields, shown: readonly RiskField[]) {
  return riskFieldNames.flatMap((name) => {
    const value = risk[name];
    if (shown.includes(name) || value === null || value === undefined || value === "") return [];
    return [
      { name, term: riskFields[name].term, words: name === "domain" ? sentenceCase(String(value)) : String(value) },
    ];
  });
}
