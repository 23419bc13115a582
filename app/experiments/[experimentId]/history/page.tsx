import type { Metadata } from "next";
import { Link } from "@/app/ui/link";
import { Timeline } from "@/app/ui/timeline";
import { TypedWords } from "@/app/ui/typed-words";
import { api } from "@/server/caller";
import { momentInWords } from "@/server/format";
import { ExperimentSubpage } from "../experiment-subpage";
import { coverageNotes } from "./coverage-notes";
import { CoverageOnDay } from "./coverage-on-day";
import { entrySentence } from "./entry-sentence";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/history">) {
  const { experimentId } = await params;
  const { before: beforeParam, asKnownOn } = await searchParams;
  const before = parseBefore(beforeParam);
  const [{ title }, entries] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.journal.list({ experimentId, before }),
  ]);
  const last = entries.at(-1)?.sequence;
  const older = last ? await api.journal.list({ experimentId, before: last }) : [];
  const notes = await coverageNotes(experimentId, entries);
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="History">
      <p>
        {before
          ? "What happened earlier, newest first."
          : "Everything that happened, newest first. Nothing is ever rewritten: a correction is added."}
      </p>
      <CoverageOnDay experimentId={experimentId} asKnownOn={asKnownOn} />
      <Timeline
        events={entries.map(({ sequence, by, parts, at }, index) => ({
          key: String(sequence),
          sentence: <TypedWords of={entrySentence(by, parts)} />,
          at: new Date(at).toISOString(),
          when: momentInWords(at),
          note: notes[index],
        }))}
      />
      {entries.length === 0 && <p>There is nothing earlier.</p>}
      <p className="flex flex-wrap gap-x-8">
        {before && (
          <Link className="inline-block py-2" href={`/experiments/${experimentId}/history`}>
            Newest
          </Link>
        )}
        {older.length > 0 && (
          <Link className="inline-block py-2" href={`/experiments/${experimentId}/history?before=${last}`}>
            Earlier
          </Link>
        )}
      </p>
    </ExperimentSubpage>
  );
}

/** The sequence number in ?before=; undefined for the newest page. */
function parseBefore(before: string | string[] | undefined): number | undefined {
  const sequence = Number(before);
  return typeof before === "string" && Number.isSafeInteger(sequence) && sequence > 0 ? sequence : undefined;
}
