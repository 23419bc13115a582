import type { Route } from "next";
import { Card } from "@/app/ui/card";
import { SummaryList } from "@/app/ui/summary-list";
import { listInWords } from "@/server/format";
import type { StoredRiskFields } from "@/server/risks/fields";
import { riskScoreInWords } from "@/server/risks/score";
import { otherFieldsInWords } from "@/server/risks/words";

type RiskCardProps = {
  risk: StoredRiskFields & { id: string; experimentId: string; carriedBy: { id: string; name: string }[] };
  changeable: boolean;
  from?: string;
};

/** One risk, read only: harm, score, the other fields, carriers. */
export function RiskCard({ risk, changeable, from }: RiskCardProps) {
  const change = changeable
    ? {
        href: `/experiments/${risk.experimentId}/risks/${risk.id}${from ? `?from=${from}` : ""}` as Route,
        what: `the risk: ${risk.harm}`,
      }
    : undefined;
  return (
    <Card title={risk.harm}>
      <SummaryList
        rows={[
          { term: "Score", value: riskScoreInWords(risk), change },
          ...otherFieldsInWords(risk, ["harm", "consequence", "likelihood"]).map(({ term, words }) => ({
            term,
            value: words,
          })),
          { term: "Carried by", value: listInWords(risk.carriedBy.map((carrier) => carrier.name)) },
        ]}
      />
    </Card>
  );
}
