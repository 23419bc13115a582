import type { MeasureRhythm } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";
import { lastDayOf } from "@/server/measures/periods";
import type { Alongside } from "./table";

/** A dated event on a chart. */
export interface Happening {
  on: string;
  /** The mark's label, such as "Started"; a letter by default. */
  label?: string;
  /** A sentence for the list under the chart and the table. */
  words?: string;
}

export type MarkedHappening = { on: string; label: string; words: string };

/** The events from the chart's first day on, in date order, each with its own label or the next letter. */
export function marked(happenings: readonly Happening[], first: string | undefined): MarkedHappening[] {
  if (first === undefined) return [];
  let letters = 0;
  return happenings
    .filter(({ on }) => on >= first)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, label, words }) => ({ on, label: label ?? letter(letters++), words: words ?? "" }));
}

/** "A" to "Z", then "AA" and so on. */
const letter = (at: number): string =>
  (at >= 26 ? letter(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

/** The list under a chart: events whose mark does not say everything. */
export const happeningsInWords = (of: readonly MarkedHappening[]) =>
  of
    .filter(({ words }) => words !== "")
    .map(({ on, label, words }) => ({ on, label, sentence: `${dayInWords(on)}: ${words}` }));

/** The table column of events by period, also read out with the point; null without events. */
export function whatHappened(of: readonly MarkedHappening[], rhythm: MeasureRhythm): Alongside | null {
  if (of.length === 0) return null;
  const during = (periodOn: string) =>
    of
      .filter(({ on }) => on >= periodOn && on <= lastDayOf(periodOn, rhythm))
      .map(({ label, words }) => words || label)
      .join("; ");
  return { head: "What happened", cell: during, spoken: (periodOn) => during(periodOn) || null };
}
