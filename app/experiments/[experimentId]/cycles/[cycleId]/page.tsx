import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { api } from "@/server/caller";
import { notYet } from "@/server/cycles/input";
import { ExperimentSubpage } from "../../experiment-subpage";
import { EditCycleForm } from "./edit-cycle-form";

export const metadata: Metadata = { title: "What came of a cycle" };

export default async function CyclePage({ params }: PageProps<"/experiments/[experimentId]/cycles/[cycleId]">) {
  const { experimentId, cycleId } = await params;
  const [{ title }, { cycles, may }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.cycles.list({ experimentId }),
  ]);
  const cycle = cycles.find(({ id }) => id === cycleId);
  if (!cycle) notFound();
  const { id: _, number: __, act, ...fields } = cycle;
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="What came of a cycle">
      {may.keep ? (
        <EditCycleForm experimentId={experimentId} cycle={{ ...fields, cycleId, act: act ?? notYet }} />
      ) : (
        <p>Only the team writes on its cycles, and not after it has ended.</p>
      )}
    </ExperimentSubpage>
  );
}
