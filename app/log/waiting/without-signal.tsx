"use client";

import { useState } from "react";
import type { QueuedResult } from "@/app/outbox/queued-result";
import { WholePageLink } from "@/app/outbox/whole-page-link";
import { londonDay } from "@/server/days";
import { sentenceCase } from "@/server/format";
import { periodInWords } from "@/server/measures/figures";
import type { ReadyToLog } from "@/server/measures/observations/ready";
import { lastWholePeriod, periodAfter, periodOf, periodToLog } from "@/server/measures/periods";
import { LogBox } from "../[measureId]/log-box";

type WithoutSignalProps = { place: URL; ready: readonly ReadyToLog[]; results: readonly QueuedResult[] };

/** The form for the measure in the address, from the device's list; without a measure, the whole list. */
export function WithoutSignal({ place, ready, results }: WithoutSignalProps) {
  const measureId = /^\/log\/([^/]+)$/.exec(place.pathname)?.[1];
  const organisationId = place.searchParams.get("for");
  if (!measureId) return <Choices ready={ready} />;
  const measure = ready.find(
    (candidate) =>
      candidate.measureId === measureId && (!organisationId || candidate.organisationId === organisationId),
  );
  if (measure)
    return (
      <Box
        key={`${measureId} ${measure.organisationId}`}
        measure={measure}
        results={results}
        requestedPeriod={place.searchParams.get("period")}
      />
    );
  return (
    <>
      <p>This device does not know that measure yet. Open it once with signal, and it is ready from then on.</p>
      <Choices ready={ready} />
    </>
  );
}

/** The number of past periods that can be chosen without signal. */
const periodsOffered = 12;

function Box({
  measure: current,
  results,
  requestedPeriod,
}: {
  measure: ReadyToLog;
  results: readonly QueuedResult[];
  requestedPeriod: string | null;
}) {
  const [measure] = useState(current); // stays here while the box is open, even if it is sent meanwhile
  const { measureId, organisationId, organisation, name, rhythm, loggedOn, lastTime } = measure;
  const today = londonDay(new Date());
  const lastWhole = lastWholePeriod(today, rhythm);
  const waits = new Map(
    results
      .filter(({ sent }) => sent.measureId === measureId && sent.organisationId === organisationId)
      .map(({ sent, words }) => [sent.periodOn, words]),
  );
  const periods = Array.from({ length: periodsOffered }, (_, back) =>
    periodAfter(periodOf(today, rhythm), rhythm, -back),
  ).filter((on) => !loggedOn.includes(on));
  if (periods.length === 0) return <p>Every period of late has a result. To correct one you need signal.</p>;
  const periodOn =
    requestedPeriod && periods.includes(requestedPeriod)
      ? requestedPeriod
      : periodToLog(periods, new Set([...loggedOn, ...waits.keys()]), lastWhole);
  const inWords = (on: string) => sentenceCase(periodInWords(on, rhythm).replace(/^the /, ""));
  const note = (on: string) =>
    waits.has(on) ? `, waiting: ${waits.get(on)}` : on > lastWhole && !measure.byEvent ? ", not over yet" : "";
  return (
    <section aria-label={name}>
      <h2 className="nhsuk-heading-m mb-1" dir="auto">
        {name}
      </h2>
      <p>For {organisation}</p>
      <LogBox
        measure={{ ...measure, id: measureId }}
        organisationId={organisationId}
        periodOn={periodOn}
        periods={periods.map((on) => ({ on, label: `${inWords(on)}${note(on)}`, logged: null }))}
        lastTime={lastTime ? `Last time: ${lastTime}` : undefined}
        isCachedPage
      />
    </section>
  );
}

function Choices({ ready }: { ready: readonly ReadyToLog[] }) {
  if (ready.length === 0) return <p>This device knows none of your measures yet. Open Leeway once with signal.</p>;
  return (
    <>
      <h2 className="nhsuk-heading-m">Which result?</h2>
      <ul className="nhsuk-list">
        {ready.map(({ measureId, organisationId, name, organisation }, _, all) => (
          <li key={`${measureId} ${organisationId}`}>
            <WholePageLink href={`/log/${measureId}?for=${organisationId}`} dir="auto">
              {name}
              {all.filter((other) => other.measureId === measureId).length > 1 && `, ${organisation}`}
            </WholePageLink>
          </li>
        ))}
      </ul>
    </>
  );
}
