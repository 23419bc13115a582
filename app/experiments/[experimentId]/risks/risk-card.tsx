import type { Route } from "next";
import { Card } from "@/app/ui/card";
import { SummaryList } from "@/app/ui/summary-list";
import { listInWords, sentenceCase } from "@/server/format";
import { riskScoreInWords } from "@/server/risks/score";

export type Risk = {
  id: string;
  experimentId: string;
  harm: string;
  whoIsAffected: string;
  domain: string;
  consequence: number;
  likelihood: number;
  controls: string;
  earlyWarning: string;
  carriedBy: { id: string; name: string }[];
};

/** One risk as everybody reads it: the harm first, then the score in words, what reduces it, who carries it. */
type RiskCardProps = { risk: Risk; changeable: boolean; from?: string };

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
          { term: "To whom", value: risk.whoIsAffected },
          { term: "It touches", value: sentenceCase(risk.domain) },
          { term: "What reduces it", value: risk.controls },
          { term: "First sign", value: risk.earlyWarning },
          { term: "Carried by", value: listInWords(risk.carriedBy.map((carrier) => carrier.name)) },
        ]}
      />
    </Card>
  );
}
