import type { Metadata } from "next";
import { api } from "@/server/caller";
import { ExperimentSubpage } from "../../experiment-subpage";
import { PlanCycleForm } from "./plan-cycle-form";

export const metadata: Metadata = { title: "Plan a cycle" };

export default async function NewCyclePage({ params }: PageProps<"/experiments/[experimentId]/cycles/new">) {
  const { experimentId } = await params;
  const [{ title }, { may }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.cycles.list({ experimentId }),
  ]);
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Plan a cycle">
      {may.keep ? (
        <PlanCycleForm experimentId={experimentId} />
      ) : (
        <p>Only the team plans cycles, and not after it has ended.</p>
      )}
    </ExperimentSubpage>
  );
}
