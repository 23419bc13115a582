import type { Metadata } from "next";
import { chartViews } from "@/app/measures/chart-views";
import { MeasureChart } from "@/app/measures/measure-chart";
import { BackLink } from "@/app/ui/back-link";
import { LinkButton } from "@/app/ui/button";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { Sentences } from "@/app/ui/sentences";
import { SummaryList } from "@/app/ui/summary-list";
import { Timeline } from "@/app/ui/timeline";
import { TypedWords } from "@/app/ui/typed-words";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, momentInWords } from "@/server/format";
import { askedInWords, dipInWords, recordEvents, statusInWords } from "@/server/permissions/record/sentences";
import { partsOf, termLines } from "@/server/permissions/record/sheet";
import { quoted } from "@/server/typed-words";
import { agreedDipBand } from "./record-chart";
import { WhoSaidWhat } from "./who-said-what";

export const metadata: Metadata = { title: "Record of a permission" };

/** The exact terms agreed and what came of them, for everyone who took part, also after they left. */
export default async function RecordPage({ params, searchParams }: PageProps<"/permissions/[permissionId]">) {
  const { permissionId } = await params;
  const views = chartViews(`/permissions/${permissionId}`, await searchParams);
  const record = await api.permissions.record({ permissionId });
  const { title, experimentId, opensExperiment, terms, hash, renews, renewedBy } = record;
  const linkedRecords = [
    ...(renews ? [{ ...renews, label: "What it renews" }] : []),
    ...renewedBy.map((renewal) => ({ ...renewal, label: "What renews it" })),
  ];
  return (
    <>
      {opensExperiment && <BackLink href={`/experiments/${experimentId}`}>{title}</BackLink>}
      <main>
        <PageTitle caption={<span dir="auto">{title}</span>}>Record of a permission</PageTitle>
        <p className="nhsuk-body-l">{statusInWords(record)}</p>
        <p>{askedInWords(record)}</p>
        <LinkButton href={`/permissions/${permissionId}/print`}>Print on one page</LinkButton>
        {!opensExperiment && (
          <Inset>
            <p>You took part in this, so its record stays yours. You no longer see the rest of the experiment.</p>
          </Inset>
        )}
        <h2 className="nhsuk-heading-m">Who was asked, and what they said</h2>
        <WhoSaidWhat record={record} />
        <h2 className="nhsuk-heading-m">The exact words</h2>
        {terms ? (
          <SummaryList
            rows={termLines(terms).map(({ term, pieces }) => ({
              term,
              value: <TypedWords of={partsOf(pieces)} />,
            }))}
          />
        ) : (
          <p>The words were not kept then. Their fingerprint was.</p>
        )}
        <p className="text-s">
          Fingerprint of these words (SHA-256): <span className="break-all">{hash}</span>
        </p>
        {record.figures.map((figure) => (
          <section key={figure.dip?.id ?? figure.measure.id} className="mb-8">
            <h2 className="nhsuk-heading-m">
              <span className="nhsuk-caption-m">{figure.dip ? "May dip" : "What it was for"}</span>
              <span dir="auto">{figure.measure.name}</span>
            </h2>
            {figure.knownThen.length > 0 && (
              <p>
                Known when it was asked, on {dayInWords(londonDay(record.asked.at))}: {figure.knownThen.join(" ")}
              </p>
            )}
            <MeasureChart
              measure={figure.measure}
              points={figure.points}
              headingLevel={3}
              surroundings={{ dips: agreedDipBand(record, figure), numbers: views(figure.measure.id).numbers }}
            />
          </section>
        ))}
        <h2 className="nhsuk-heading-m">What happened</h2>
        <Timeline
          events={recordEvents(record).map(({ at, sentence, learned }) => ({
            key: `${at} ${sentence}`,
            sentence: learned ? `${sentence} What was learned: ${quoted(learned)}` : sentence,
            at: new Date(at).toISOString(),
            when: momentInWords(at),
          }))}
        />
        <Sentences of={record.figures.flatMap((figure) => dipInWords(record, figure) ?? [])} />
        {linkedRecords.length > 0 && (
          <p className="flex flex-wrap gap-x-8">
            {linkedRecords.map(({ id, at, label }) => (
              <Link key={id} className="inline-block py-2" href={`/permissions/${id}`}>
                {label}: asked on {dayInWords(londonDay(at))}
              </Link>
            ))}
          </p>
        )}
      </main>
    </>
  );
}
