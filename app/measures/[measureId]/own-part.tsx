import { Details } from "@/app/ui/details";
import { Link } from "@/app/ui/link";
import { Table } from "@/app/ui/table";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, sentenceCase } from "@/server/format";
import { periodInWords } from "@/server/measures/figures";
import { groupedBy } from "@/server/measures/grouped";
import { partInWords } from "@/server/measures/part";

type Measure = Awaited<ReturnType<typeof api.measures.find>>;

/** How many periods of an organisation's own results the page shows. */
const maxPeriods = 26;

/** One organisation's results, with their corrections, for people who work there or with it. */
export async function OwnPart({
  measure,
  requestedId,
}: {
  measure: Measure;
  requestedId: string | string[] | undefined;
}) {
  const { id: measureId, parts, rhythm } = measure;
  const chosen = parts.find((contributor) => contributor.organisationId === requestedId) ?? parts[0];
  if (!chosen) return null;
  const { organisationId, name } = chosen;
  const logged = groupedBy(await api.measures.ownPart({ measureId, organisationId }), (revision) => revision.periodOn);
  const periods = [...logged].slice(0, maxPeriods);
  return (
    <Details summary={`What ${name} contributed`} open={requestedId !== undefined}>
      <p>Only people who work there, or with them on an experiment, see these figures.</p>
      {parts.length > 1 && <Others measureId={measureId} parts={parts} chosen={organisationId} />}
      {periods.length === 0 && <p>Nothing yet.</p>}
      {periods.length > 0 && (
        <Table
          caption={`${measure.name}, ${name}`}
          captionHidden
          columns={[{ header: sentenceCase(rhythm) }, { header: "Result" }, { header: "Logged" }, { header: "Change" }]}
          rows={periods.map(([periodOn, revisions]) => ({
            key: periodOn,
            cells: [
              sentenceCase(periodInWords(periodOn, rhythm).replace(/^the /, "")),
              <Revisions key="result" revisions={revisions} measure={measure} />,
              revisions[0] && `${revisions[0].by}, ${dayInWords(londonDay(revisions[0].at))}`,
              <Link key="correct" href={`/log/${measureId}?for=${organisationId}&period=${periodOn}`}>
                {revisions[0]?.undone ? "Add" : "Correct"}
                <span className="sr-only"> the result of {periodInWords(periodOn, rhythm)}</span>
              </Link>,
            ],
          }))}
        />
      )}
      {logged.size > maxPeriods && <p>Older results are kept too. The newest {maxPeriods} are shown.</p>}
    </Details>
  );
}

type RevisionsProps = { revisions: Awaited<ReturnType<typeof api.measures.ownPart>>; measure: Measure };

/** The result that counts, and under it what it replaced and why. */
function Revisions({ revisions, measure }: RevisionsProps) {
  const [latest, ...earlier] = revisions;
  const revisionInWords = (revision: (typeof revisions)[number]) =>
    revision.undone ? "taken back" : revision.hidden ? "hidden, because small" : partInWords(revision, measure);
  return (
    <>
      {latest && sentenceCase(revisionInWords(latest))}
      {earlier.map((revision, index) => (
        <span key={revision.id} className="block text-s text-secondary" dir="auto">
          Was {revisionInWords(revision)}. {revisions[index]?.reason}
        </span>
      ))}
    </>
  );
}

type OthersProps = { measureId: string; parts: Measure["parts"]; chosen: string };

function Others({ measureId, parts, chosen }: OthersProps) {
  return (
    <ul className="nhsuk-list">
      {parts.map(({ organisationId, name }) => (
        <li key={organisationId}>
          {organisationId === chosen ? (
            <strong aria-current="true">{name}</strong>
          ) : (
            <Link href={`/measures/${measureId}?part=${organisationId}`}>{name}</Link>
          )}
        </li>
      ))}
    </ul>
  );
}
