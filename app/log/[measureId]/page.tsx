import type { Metadata } from "next";
import { WaitingStrip } from "@/app/outbox/strip";
import { BackLink } from "@/app/ui/back-link";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, listInWords, sentenceCase } from "@/server/format";
import { periodInWords } from "@/server/measures/figures";
import { partInWords } from "@/server/measures/part";
import { lastWholePeriod } from "@/server/measures/periods";
import { isByEvent } from "@/server/measures/spc/kinds";
import { LogBox } from "./log-box";
import { RecentResults } from "./recent-results";

export const metadata: Metadata = { title: "Add a result" };

const single = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

export default async function LogPage({ params, searchParams }: PageProps<"/log/[measureId]">) {
  const { measureId } = await params;
  const query = await searchParams;
  const requested = { organisationId: single(query.for), periodOn: single(query.period) };
  const [measure, box] = await Promise.all([
    api.measures.find({ measureId }),
    api.measures.beforeLogging({ measureId, ...requested }),
  ]);
  const { name, rhythm, counting, unit, today, contributors } = measure;
  const { choices, organisationId, periodOn, last } = box;
  const lastWhole = isByEvent(measure.chartKind) ? today : lastWholePeriod(today, rhythm);
  const period = (on: string) => sentenceCase(periodInWords(on, rhythm).replace(/^the /, ""));
  return (
    <>
      <BackLink href={`/measures/${measureId}`}>{name}</BackLink>
      <main>
        <WaitingStrip />
        <PageTitle caption={<span dir="auto">{name}</span>}>Add a result</PageTitle>
        {choices.length > 1 && !organisationId && <p>Choose for whom you add a result. You work for none of them.</p>}
        {choices.length > 1 && <ForWhom choices={choices} chosen={organisationId} measureId={measureId} />}
        {choices.length === 1 && <p>For {choices[0]?.name}</p>}
        {choices.length > 1 && !organisationId ? null : organisationId && periodOn ? (
          <>
            <LogBox
              key={`${organisationId} ${requested.periodOn}`}
              measure={{ id: measureId, name, counting, unit, decimals: measure.decimals, rhythm }}
              organisationId={organisationId}
              periodOn={periodOn}
              periods={box.periods.map(({ on, logged }) => ({
                on,
                label: `${period(on)}${logged ? ", has a result" : on > lastWhole ? ", not over yet" : ""}`,
                logged: logged && {
                  version: logged.revision,
                  sentence: `${logged.part ? `${partInWords(logged.part, measure)}, logged` : "Logged"} by ${logged.by} on ${dayInWords(londonDay(logged.at))}`,
                },
              }))}
              lastTime={last?.part ? `Last time: ${partInWords(last.part, measure)}` : undefined}
            />
            <RecentResults
              measureId={measureId}
              organisationId={organisationId}
              results={box.recent.map(({ periodOn: on, revision: version, part, by, at, undoable }) => ({
                ...{ periodOn: on, version, undoable, period: period(on) },
                words: `${part ? `${partInWords(part, measure)}, ` : ""}${by}, ${dayInWords(londonDay(at))}`,
              }))}
            />
          </>
        ) : (
          <p>
            Results come from people who work at {listInWords(contributors.map((contributor) => contributor.name))}, or
            with them on an experiment.
          </p>
        )}
      </main>
    </>
  );
}

type ForWhomProps = { choices: { organisationId: string; name: string }[]; chosen: string | null; measureId: string };

/** The organisation is in the address, so that a ward's QR code leads to its own box. */
function ForWhom({ choices, chosen, measureId }: ForWhomProps) {
  return (
    <nav aria-label="For whom">
      <ul className="nhsuk-list">
        {choices.map(({ organisationId, name }) => (
          <li key={organisationId}>
            {organisationId === chosen ? (
              <strong aria-current="true">For {name}</strong>
            ) : (
              <Link className="inline-block py-2" href={`/log/${measureId}?for=${organisationId}`}>
                For {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
