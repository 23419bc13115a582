import type { Metadata } from "next";
import Link from "next/link";
import { Timeline } from "@/app/ui/timeline";
import { api } from "@/server/caller";
import { momentInWords } from "@/server/format";
import { ExperimentSubpage } from "../experiment-subpage";
import { coverageNotes } from "./coverage-notes";
import { CoverageOnDay } from "./coverage-on-day";
import { entrySentence } from "./entry-sentence";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/history">) {
  const { experimentId } = await params;
  const { before: place, asKnownOn } = await searchParams;
  const before = placeIn(place);
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
      <CoverageOnDay experimentId={experimentId} on={asKnownOn} />
      <Timeline
        of={entries.map(({ sequence, by, act, at }, index) => ({
          key: String(sequence),
          sentence: entrySentence(by, act),
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

/** The place in the story to go on from, as it stands in the address; anything else is the beginning. */
function placeIn(before: string | string[] | undefined): number | undefined {
  const place = Number(before);
  return typeof before === "string" && Number.isSafeInteger(place) && place > 0 ? place : undefined;
}
