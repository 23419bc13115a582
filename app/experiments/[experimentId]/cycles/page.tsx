import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { LinkButton } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { api } from "@/server/caller";
import { ExperimentSubpage } from "../experiment-subpage";
import { CycleCard } from "./cycle-card";

export const metadata: Metadata = { title: "Plan, do, study, act" };

export default async function CyclesPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/cycles">) {
  const { experimentId } = await params;
  const [{ title }, { cycles, may }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.cycles.list({ experimentId }),
  ]);
  const plan = <LinkButton href={`/experiments/${experimentId}/cycles/new`}>Plan a cycle</LinkButton>;
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Plan, do, study, act">
      <PageNotice search={searchParams} />
      {cycles.length === 0 && (
        <EmptyState action={may.keep ? plan : undefined}>
          Here you will find the small rounds in which the team tries its idea, and what it saw in each.
        </EmptyState>
      )}
      {cycles.map((cycle) => (
        <CycleCard key={cycle.id} experimentId={experimentId} cycle={cycle} changeable={may.keep} />
      ))}
      {cycles.length > 0 && may.keep && plan}
    </ExperimentSubpage>
  );
}
