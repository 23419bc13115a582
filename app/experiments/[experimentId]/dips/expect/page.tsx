import type { Metadata } from "next";
import { LinkButton } from "@/app/ui/button";
import { Link } from "@/app/ui/link";
import { api } from "@/server/caller";
import { parseFrom } from "../../after-saving";
import { ExperimentSubpage } from "../../experiment-subpage";
import { ExpectDipForm } from "./expect-dip-form";

export const metadata: Metadata = { title: "Expect a dip" };

export default async function ExpectDipPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/dips/expect">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const [{ title, may, takingPart }, chosen] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.measures.ofExperiment({ experimentId }),
  ]);
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Expect a dip" from={from}>
      {!may.expectDip ? (
        <p>Only the team says what may dip, and not after it has ended.</p>
      ) : chosen.length > 0 ? (
        <ExpectDipForm
          experimentId={experimentId}
          from={from}
          measures={chosen.map(({ id, name, unit }) => ({ value: id, label: `${name}, in ${unit}` }))}
          organisations={takingPart.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <>
          <p>A dip is expected of a measure. This experiment has none yet.</p>
          <LinkButton look="secondary" href={`/experiments/${experimentId}/results/add-measure`}>
            Choose a measure
          </LinkButton>
        </>
      )}
      {from && (
        <p>
          <Link href={`/experiments/${experimentId}/dips?from=asking`}>Stop rules and talk rules</Link>
        </p>
      )}
    </ExperimentSubpage>
  );
}
