import Link from "next/link";
import { Table } from "@/app/ui/table";
import { api } from "@/server/caller";
import { periodInWords } from "@/server/measures/figures";
import { groupedBy } from "@/server/measures/grouped";
import { partInWords } from "@/server/measures/part";
import { dayInWords, londonDay, sentenceCase } from "@/server/words";

type Measure = Awaited<ReturnType<typeof api.measures.find>>;

/** How many periods of an organisation's own figures the page shows. */
const shownPeriods = 26;

/** What one organisation brought, for those who work there or with it: one organisation at a time, with what was corrected. */
export async function OwnPart({ measure, asked }: { measure: Measure; asked: string | string[] | undefined }) {
  const { id: measureId, parts, rhythm } = measure;
  const chosen = parts.find((contributor) => contributor.organisationId === asked) ?? parts[0];
  if (!chosen) return null;
  const { organisationId, name } = chosen;
  const logged = groupedBy(await api.measures.ownPart({ measureId, organisationId }), (one) => one.periodOn);
  const periods = [...logged].slice(0, shownPeriods);
  return (
    <>
      <h2 className="nhsuk-heading-m">What {name} contributed</h2>
      <p>Only people who work there, or with them on an experiment, see these figures.</p>
      {parts.length > 1 && (
        <ul className="nhsuk-list">
          {parts.map((contributor) => (
            <li key={contributor.organisationId}>
              {contributor === chosen ? (
                <strong>{contributor.name}</strong>
              ) : (
                <Link href={`/measures/${measureId}?part=${contributor.organisationId}`}>{contributor.name}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {periods.length === 0 && <p>Nothing yet.</p>}
      {periods.length > 0 && (
        <Table
          caption={`${measure.name}, ${name}`}
          captionHidden
          narrow="stack"
          columns={[{ header: sentenceCase(rhythm) }, { header: "Result" }, { header: "Logged" }, { header: "Change" }]}
          rows={periods.map(([periodOn, [latest, ...earlier]]) => ({
            key: periodOn,
            cells: [
              sentenceCase(periodInWords(periodOn, rhythm).replace(/^the /, "")),
              <>
                {latest && partInWords(latest, measure)}
                {earlier.map((one, index) => (
                  <span key={one.id} className="block text-s text-secondary">
                    Was {partInWords(one, measure)}: {(index === 0 ? latest : earlier[index - 1])?.reason}
                  </span>
                ))}
              </>,
              latest && `${latest.by}, ${dayInWords(londonDay(latest.at))}`,
              <Link key="correct" href={`/log/${measureId}?for=${organisationId}&period=${periodOn}`}>
                Correct<span className="sr-only"> the result of {periodInWords(periodOn, rhythm)}</span>
              </Link>,
            ],
          }))}
        />
      )}
      {logged.size > shownPeriods && <p>Older results are kept too. The newest {shownPeriods} are shown.</p>}
    </>
  );
}
