import type { Metadata, Route } from "next";
import { PageNotice } from "@/app/page-notice";
import { LinkButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import { api } from "@/server/caller";
import { noteOnRule, stopRuleInWords } from "@/server/dips/stop-rule-in-words";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import { amount } from "@/server/measures/figures";
import { parseFrom } from "../after-saving";
import { ExperimentSubpage } from "../experiment-subpage";
import { DipHistory } from "./dip-history";
import { RemoveDipButton, RemoveRuleButton } from "./remove-buttons";

export const metadata: Metadata = { title: "What may dip, what makes us stop" };

export default async function DipsPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/dips">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const [{ title, may }, { dips, stopRules }, outlooks] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.dips.list({ experimentId }),
    api.permissions.dips({ experimentId }),
  ]);
  const to = (part: string) => `/experiments/${experimentId}/dips/${part}${from ? `?from=${from}` : ""}` as Route;
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="What may dip, what makes us stop" from={from}>
      <PageNotice search={searchParams} />
      <h2 className="nhsuk-heading-m">Expected dips</h2>
      {dips.length === 0 && <p>No dip is expected.</p>}
      {dips.map((dip) => (
        <Card key={dip.id} title={dip.measure} level={3}>
          <p>
            To {amount(dip.worstValue, dip)} at worst, from {dayInWords(dip.fromOn)} {untilEndOf(dip.endsOn)}. Carried
            by {listInWords(dip.carriedBy)}.
          </p>
          {outlooks
            .filter(({ id }) => id === dip.id)
            .map((outlook) => (
              <DipHistory key={outlook.id} {...outlook} />
            ))}
          {may.expectDip && <RemoveDipButton experimentId={experimentId} dipId={dip.id} measure={dip.measure} />}
        </Card>
      ))}
      {may.expectDip && (
        <LinkButton look="secondary" href={to("expect")}>
          Expect a dip
        </LinkButton>
      )}
      <h2 className="nhsuk-heading-m">Stop rules and talk rules</h2>
      {stopRules.length === 0 && <p>No rule is set.</p>}
      {stopRules.map((rule) => (
        <Card key={rule.id} title={stopRuleInWords(rule)} level={3}>
          <p>
            {rule.kind === "safety" ? "Stop rule: pauses the experiment at once." : "Talk rule: opens a conversation."}
          </p>
          {noteOnRule(rule) && <p className="text-secondary">{noteOnRule(rule)}</p>}
          {may.setStopRule && (
            <RemoveRuleButton experimentId={experimentId} stopRuleId={rule.id} words={stopRuleInWords(rule)} />
          )}
        </Card>
      ))}
      {may.setStopRule && (
        <LinkButton look="secondary" href={to("rule")}>
          Add a rule
        </LinkButton>
      )}
      {from && (
        <p>
          <LinkButton href={`/experiments/${experimentId}/permission/ask`}>Back to asking</LinkButton>
        </p>
      )}
    </ExperimentSubpage>
  );
}
