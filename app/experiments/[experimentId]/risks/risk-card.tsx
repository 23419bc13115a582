import type { Route } from "next";
import { Card } from "@/app/ui/card";
import { SummaryList } from "@/app/ui/summary-list";
import { riskScoreInWords } from "@/server/risks/score";
import { listed, sentenceCase } from "@/server/words";

export type Risk = {
  id: string;
  experimentId: string;
  harm: string;
  whoIsAffected: string;
  domain: string;
  consequence: number;
  likelihood: number;
  reducedBy: string;
  firstSign: string;
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
          { term: "What reduces it", value: risk.reducedBy },
          { term: "First sign", value: risk.firstSign },
          { term: "Carried by", value: listed(risk.carriedBy.map((carrier) => carrier.name)) },
        ]}
      />
    </Card>
  );
}
