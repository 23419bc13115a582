import type { SummaryRow } from "@/app/ui/summary-list";
import { listInWords } from "@/server/format";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskScore, riskScoreInWords } from "@/server/risks/score";
import { otherFieldsInWords } from "@/server/risks/words";

type Risk = Terms["risks"][number];

/** Every part of each risk, as rows of a summary, the highest score first. */
export const riskRows = (risks: readonly Risk[]): SummaryRow[] =>
  risks
    .toSorted((a, b) => riskScore(b) - riskScore(a))
    .map((risk, index) => ({
      term: index === 0 ? "What could go wrong" : `And risk ${index + 1}`,
      value: (
        <>
          {risk.harm}
          {"\n"}
          <strong>{riskScoreInWords(risk)}.</strong> {risk.controls}
          {otherFieldsInWords(risk, ["harm", "consequence", "likelihood", "controls"]).map(
            ({ term, words }) => `\n${term}: ${words}`,
          )}
          {"\n"}Carried by {listInWords(risk.carriedBy.map((party) => party.name))}.
        </>
      ),
    }));
