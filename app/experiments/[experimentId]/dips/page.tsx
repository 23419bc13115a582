import type { Metadata } from "next";
import { Said } from "@/app/said";
import { LinkButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { api } from "@/server/caller";
import { amount } from "@/server/measures/figures";
import { dayInWords, listed, untilEndOf } from "@/server/words";
import { cameFrom } from "../after-saving";
import { ExperimentPart } from "../experiment-heading";
import { DipPast } from "./dip-past";
import { ExpectDipForm } from "./expect-dip-form";
import { RemoveDipButton, RemoveRuleButton } from "./remove-buttons";
import { StopRuleForm } from "./stop-rule-form";

export const metadata: Metadata = { title: "What may dip, what makes us stop" };

export default async function DipsPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/dips">) {
  const { experimentId } = await params;
  const { said, from: cameThrough } = await searchParams;
  const from = cameFrom(cameThrough);
  const [experiment, agreed, chosen, outlooks] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.dips.list({ experimentId }),
    api.measures.ofExperiment({ experimentId }),
    api.permissions.dips({ experimentId }),
  ]);
  const { title, may, takingPart } = experiment;
  const measures = chosen.map(({ id, name, unit }) => ({ value: id, label: `${name}, in ${unit}` }));
  const organisations = takingPart.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ExperimentPart experimentId={experimentId} title={title} heading="What may dip, what makes us stop" from={from}>
      <Said code={said} />
      <h2 className="nhsuk-heading-m">Expected dips</h2>
      {agreed.dips.length === 0 && <p>No dip is expected.</p>}
      {agreed.dips.map((dip) => (
        <Card key={dip.id} title={dip.measure} level={3}>
          <p>
            To {amount(dip.worstValue, dip)} at worst, from {dayInWords(dip.fromOn)} {untilEndOf(dip.untilOn)}. Carried
            by {listed(dip.carriedBy)}.
          </p>
          {outlooks
            .filter(({ id }) => id === dip.id)
            .map((past) => (
              <DipPast key={past.id} {...past} />
            ))}
          {may.expectDip && <RemoveDipButton experimentId={experimentId} dipId={dip.id} measure={dip.measure} />}
        </Card>
      ))}
      <h2 className="nhsuk-heading-m">Stop rules and talk rules</h2>
      {agreed.stopRules.length === 0 && <p>No rule is set.</p>}
      {agreed.stopRules.map((rule) => (
        <Card key={rule.id} title={rule.words} level={3}>
          <p>
            {rule.kind === "safety" ? "Stop rule: pauses the experiment at once." : "Talk rule: opens a conversation."}
          </p>
          {may.setStopRule && <RemoveRuleButton experimentId={experimentId} stopRuleId={rule.id} words={rule.words} />}
        </Card>
      ))}
      {may.setStopRule && (
        <>
          <h2 className="nhsuk-heading-m">Add a stop rule or talk rule</h2>
          <StopRuleForm experimentId={experimentId} from={from} measures={measures} />
        </>
      )}
      {may.expectDip && (
        <>
          <h2 className="nhsuk-heading-m">Expect a dip</h2>
          {measures.length > 0 ? (
            <ExpectDipForm experimentId={experimentId} from={from} measures={measures} organisations={organisations} />
          ) : (
            <>
              <p>A dip is expected of a measure. This experiment has none yet.</p>
              <LinkButton look="secondary" href={`/experiments/${experimentId}/results`}>
                Choose a measure
              </LinkButton>
            </>
          )}
        </>
      )}
      {from && <LinkButton href={`/experiments/${experimentId}/permission/ask`}>Back to asking</LinkButton>}
    </ExperimentPart>
  );
}
