import type { Metadata } from "next";
import { api } from "@/server/caller";
import { parseFrom } from "../../after-saving";
import { ExperimentSubpage } from "../../experiment-subpage";
import { StopRuleForm } from "./stop-rule-form";

export const metadata: Metadata = { title: "Add a stop rule or talk rule" };

export default async function StopRulePage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/dips/rule">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const [{ title, may }, chosen] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.measures.ofExperiment({ experimentId }),
  ]);
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Add a stop rule or talk rule" from={from}>
      {may.setStopRule ? (
        <StopRuleForm
          experimentId={experimentId}
          from={from}
          measures={chosen.map(({ id, name, unit }) => ({ value: id, label: `${name}, in ${unit}` }))}
        />
      ) : (
        <p>Only the team sets rules, and not after it has ended.</p>
      )}
    </ExperimentSubpage>
  );
}
