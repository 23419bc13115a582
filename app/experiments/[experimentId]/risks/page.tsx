import type { Metadata } from "next";
import { Said } from "@/app/said";
import { LinkButton } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { api } from "@/server/caller";
import { ExperimentPart } from "../experiment-heading";
import { RiskCard } from "./risk-card";
import { RiskOfNotTryingForm } from "./risk-of-not-trying-form";

export const metadata: Metadata = { title: "What could go wrong" };

export default async function RisksPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/risks">) {
  const { experimentId } = await params;
  const [experiment, risks] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.risks.list({ experimentId }),
  ]);
  const { title, may, riskOfNotTrying } = experiment;
  const add = <LinkButton href={`/experiments/${experimentId}/risks/new`}>Add a risk</LinkButton>;
  return (
    <ExperimentPart experimentId={experimentId} title={title} heading="What could go wrong">
      <Said code={(await searchParams).said} />
      {risks.length === 0 ? (
        <EmptyState action={may.recordRisk ? add : undefined}>
          No risks yet. Say what could go wrong, how bad and how likely it is, and who carries it.
        </EmptyState>
      ) : (
        <>
          {risks.map((risk) => (
            <RiskCard key={risk.id} risk={risk} changeable={may.recordRisk} />
          ))}
          {may.recordRisk && add}
        </>
      )}
      <h2 className="nhsuk-heading-m">The risk of not trying</h2>
      {may.recordRisk ? (
        <RiskOfNotTryingForm experimentId={experimentId} riskOfNotTrying={riskOfNotTrying} />
      ) : (
        <p dir="auto">{riskOfNotTrying || "Not written down yet."}</p>
      )}
    </ExperimentPart>
  );
}
