import type { Happening } from "@/server/charts/dated-events";
import { overlapInWords, overlaps } from "@/server/charts/overlap";
import type { Change, Note, OnChart } from "@/server/charts/queries";

/** Rebases, left-out points, notes and changes on the charts of some measures. */
export type AroundCharts = {
  rebases: readonly OnChart[];
  leftOut: readonly OnChart[];
  notes: readonly Note[];
  changes: readonly Change[];
};

/**
 * Dated events on one measure's chart, and sentences under it. With `experimentId`, that experiment's own notes are included
 * and its own start and end left out, since its page adds them.
 */
export function aroundChart(measureId: string, it: AroundCharts, experimentId: string | null = null) {
  const ofIt = <Row extends { measureId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.measureId === measureId);
  const changes = ofIt(it.changes);
  const own = changes.find((change) => change.experimentId === experimentId);
  const others = changes.filter((change) => change !== own);
  const eventsOf = (rows: readonly OnChart[], what: string) =>
    ofIt(rows)
      .filter((row) => row.removedAt === null)
      .map(({ on, by, words }) => ({ on, words: `${what} by ${by}. ${words}` }));
  const happenings: Happening[] = [
    ...eventsOf(it.rebases, "Limits set anew"),
    ...eventsOf(it.leftOut, "Left out of the limits"),
    ...ofIt(it.notes)
      .filter((note) => note.experimentId === null || note.experimentId === experimentId)
      .map(({ happenedOn, words }) => ({ on: happenedOn, words })),
    ...others.flatMap((other) => startAndEnd(other, experimentId !== null)),
  ];
  const overlapping = own ? overlapInWords(others.filter((other) => overlaps(own, other))) : unseenInWords(others);
  return { happenings, sentences: overlapping ? [overlapping] : [] };
}

/** Start and end of another change; none when the reader may not see it, as it is only counted. */
function startAndEnd({ title, startedOn, endedOn }: Change, another: boolean): Happening[] {
  if (title === null) return [];
  const [started, ended] = another ? ["Another change started", "Another change ended"] : ["Started", "Ended"];
  return [
    { on: startedOn, words: `${started}: ${title}` },
    ...(endedOn ? [{ on: endedOn, words: `${ended}: ${title}` }] : []),
  ];
}

function unseenInWords(changes: readonly Change[]): string | null {
  const unseen = changes.filter(({ title }) => title === null).length;
  if (unseen === 0) return null;
  return unseen === 1
    ? "1 more change touched it, which you cannot see."
    : `${unseen} more changes touched it, which you cannot see.`;
}
