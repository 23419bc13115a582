import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { api } from "@/server/caller";
import { riskToEdit } from "@/server/risks/input";
import { parseFrom } from "../../after-saving";
import { ExperimentSubpage } from "../../experiment-subpage";
import { EditRiskForm, RemoveRiskButton } from "./edit-risk-form";

export const metadata: Metadata = { title: "Change a risk" };

export default async function RiskPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/risks/[riskId]">) {
  const from = parseFrom((await searchParams).from);
  const { experimentId, riskId } = await params;
  const [experiment, risks] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.risks.list({ experimentId }),
  ]);
  const risk = risks.find(({ id }) => id === riskId);
  if (!risk) notFound();
  const { title, may, takingPart } = experiment;
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Change a risk" from={from}>
      {may.recordRisk ? (
        <>
          <EditRiskForm
            experimentId={experimentId}
            from={from}
            risk={riskToEdit(risk)}
            takingPart={takingPart.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RemoveRiskButton experimentId={experimentId} riskId={riskId} />
        </>
      ) : (
        <p>Only the team changes risks, and not after it has ended. Tell someone on the team what you see.</p>
      )}
    </ExperimentSubpage>
  );
}
