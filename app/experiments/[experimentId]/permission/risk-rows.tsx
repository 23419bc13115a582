import type { ReactNode } from "react";
import type { SummaryRow } from "@/app/ui/summary-list";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskScore, riskScoreInWords } from "@/server/risks/score";

type Risk = Terms["risks"][number];

/** The risks of the terms as rows of a summary, the highest score first. @param more - what follows on each */
export const riskRows = (risks: readonly Risk[], more?: (risk: Risk) => ReactNode): SummaryRow[] =>
  risks
    .toSorted((a, b) => riskScore(b) - riskScore(a))
    .map((risk, index) => ({
      term: index === 0 ? "What could go wrong" : `And risk ${index + 1}`,
      value: (
        <>
          {risk.harm}
          {"\n"}
          <strong>{riskScoreInWords(risk)}.</strong> {risk.controls}
          {more?.(risk)}
        </>
      ),
    }));
