import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { LinkButton } from "@/app/ui/button";
import { Details } from "@/app/ui/details";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { dayInWords, daysLeftInWords, pluralise, untilEndOf } from "@/server/format";
import { ExperimentSubpage } from "../../experiment-subpage";
import { MeasureSoFar } from "./measure-so-far";
import { RenewOrEndForm } from "./renew-or-end-form";

const maxMeasures = 2;

export const metadata: Metadata = { title: "Longer, or let it end?" };

export default async function RenewPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/permission/renew">) {
  const { experimentId } = await params;
  const [{ title, may }, end, asking, { measures, turns }, dips, { cycles }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.atTheEnd({ experimentId }),
    api.permissions.asking({ experimentId }),
    api.measures.results({ experimentId }),
    api.permissions.dips({ experimentId }),
    api.cycles.list({ experimentId }),
  ]);
  const { ending, whyNot, letEnd, boardNeeded, renewal } = end;
  const sorted = sortMeasures(measures, dips);
  const [shown, others] = [sorted.slice(0, maxMeasures), sorted.slice(maxMeasures)];
  const pauses = turns.filter((turn) => turn.turn === "paused").length;
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Longer, or let it end?">
      <PageNotice search={searchParams} />
      {ending && <p className="nhsuk-body-l">{endInWords(ending)}</p>}
      <h2 className="nhsuk-heading-s mb-2">What was learned so far</h2>
      {shown.length === 0 && <p>No figure was chosen, so nothing was measured.</p>}
      {shown.map((measure) => (
        <MeasureSoFar key={measure.id} measure={measure} />
      ))}
      <Sentences
        of={cycles
          .filter(({ studied }) => studied !== "")
          .slice(-1)
          .map(({ studied }) => studied)}
      />
      <h2 className="nhsuk-heading-s mb-2">How it went</h2>
      <Sentences
        of={[
          ...dips.map((dip) => `${dip.measure.name}. ${dip.today.sentence}`),
          pauses === 0 ? "It was never paused." : `It was paused ${pluralise(pauses, "time")}.`,
        ]}
      />
      {others.length > 0 && (
        <Details summary={`Show ${pluralise(others.length, "other figure")}`}>
          {others.map((measure) => (
            <MeasureSoFar key={measure.id} measure={measure} />
          ))}
        </Details>
      )}
      {letEnd && ending && (
        <>
          <p>
            {letEnd.by} let it end on {dayInWords(ending.endsOn)}. {letEnd.reason}
          </p>
          <LinkButton href={`/experiments/${experimentId}/learning`}>Say what we learned</LinkButton>
        </>
      )}
      {whyNot ? (
        <p>{whyNot}</p>
      ) : may.letItEnd && ending ? (
        <>
          <p>Thank you for trying. Ending counts as much as going on.</p>
          {boardNeeded && <p>{boardNeeded}</p>}
          <RenewOrEndForm
            experimentId={experimentId}
            requestId={ending.id}
            draftVersion={asking.draft.version}
            renewalNumber={renewal}
          />
        </>
      ) : (
        <p>
          The team asks for longer, or lets it end. If they ask, you read it here first. Thank you for your backing.
        </p>
      )}
    </ExperimentSubpage>
  );
}

/** Measures with results first; within each group the ones that may dip, then outcomes, then the rest. */
function sortMeasures<Measure extends { id: string; role: string; points: readonly { value: number | null }[] }>(
  measures: readonly Measure[],
  dips: readonly { measureId: string }[],
): Measure[] {
  const rank = ({ id, role, points }: Measure) =>
    (points.some(({ value }) => value !== null) ? 0 : 3) +
    (dips.some((dip) => dip.measureId === id) ? 0 : role === "outcome" ? 1 : 2);
  return measures.toSorted((a, b) => rank(a) - rank(b));
}

function endInWords({ endsOn, daysLeft }: { endsOn: string; daysLeft: number }): string {
  if (daysLeft < 0) return `Permission ended on ${dayInWords(endsOn)}.`;
  return `Permission holds ${untilEndOf(endsOn)}: ${daysLeftInWords(daysLeft)}.`;
}
