import type { MeasureRhythm } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";
import { lastDayOf } from "@/server/measures/periods";
import type { Alongside } from "./table";

/** Something that happened on a day and is drawn on a chart by itself. */
export interface Happening {
  on: string;
  /** Short words for the mark itself, such as "Started"; without them it gets a letter. */
  label?: string;
  /** The same as a sentence, for the list under the chart and the table. */
  words?: string;
}

/** A happening with the mark it has on the chart. */
export type MarkedHappening = { on: string; label: string; words: string };

/** Those from the chart's first day on, by day, each with its mark: its own short words, or the next letter. */
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

/** The list under a chart: only what the mark itself does not say. */
export const happeningsInWords = (of: readonly MarkedHappening[]) =>
  of
    .filter(({ words }) => words !== "")
    .map(({ on, label, words }) => ({ on, label, sentence: `${dayInWords(on)}: ${words}` }));

/** What happened in each period, as a column of the table and as words of the point; null when nothing did. */
export function whatHappened(of: readonly MarkedHappening[], rhythm: MeasureRhythm): Alongside | null {
  if (of.length === 0) return null;
  const during = (periodOn: string) =>
    of
      .filter(({ on }) => on >= periodOn && on <= lastDayOf(periodOn, rhythm))
      .map(({ label, words }) => words || label)
      .join("; ");
  return { head: "What happened", cell: during, spoken: (periodOn) => during(periodOn) || null };
}
