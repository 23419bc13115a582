import type { Metadata } from "next";
import { api } from "@/server/caller";
import { parseFrom } from "../../after-saving";
import { ExperimentSubpage } from "../../experiment-subpage";
import { RecordRiskForm } from "./record-risk-form";

export const metadata: Metadata = { title: "Add a risk" };

export default async function NewRiskPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/risks/new">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const { title, may, takingPart } = await api.experiments.find({ experimentId });
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Add a risk" from={from}>
      {may.recordRisk ? (
        <RecordRiskForm
          experimentId={experimentId}
          from={from}
          takingPart={takingPart.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <p>Only the team adds risks, and not after it has ended. Tell someone on the team what you see.</p>
      )}
    </ExperimentSubpage>
  );
}
