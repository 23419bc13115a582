import { listInWords, pluralise } from "@/server/format";
import { periodInWords } from "@/server/measures/figures";
import type { Measure } from "@/server/measures/queries";
import { fromLeeway, type Sentence, sentence } from "@/server/typed-words";
import type { Columns } from "./columns";
import type { StoredFigure } from "./compare-with-stored";
import { LoadRefused, problemsInWords, type RowProblem } from "./refused";

/** The error for a file that was not loaded, with the way out. */
export function nothingLoaded(problems: RowProblem[], good: number): LoadRefused {
  const rows = new Set(problems.map(({ row }) => row)).size;
  const rest = good > 0 ? ` To load the ${pluralise(good, "good row")} and leave the others out: --good-rows.` : "";
  return new LoadRefused([
    ...problemsInWords(problems),
    `Nothing was loaded: ${pluralise(rows, "row")} cannot be read.${rest}`,
  ]);
}

/** The journal sentence, without its subject. */
export function whatWasLoaded(parts: readonly OfPeriod[], measure: Measure, fileName: string): Sentence {
  return sentence`loaded ${fromLeeway(pluralise(parts.length, "result"))} of ${measure.name}${fromLeeway(spanOf(parts, measure))}, from the file ${fileName.slice(0, 100)}`;
}

type OfPeriod = Pick<StoredFigure, "periodOn">;

/** ", April 2016 to March 2019". */
export function spanOf(parts: readonly OfPeriod[], { rhythm }: Measure): string {
  const days = parts.map((part) => part.periodOn).toSorted();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (first === last) return `, ${periodInWords(first, rhythm)}`;
  return `, ${periodInWords(first, rhythm)} to ${periodInWords(last, rhythm)}`;
}

/** How each column was read, so that the user notices a wrong guess. */
export function readInWords({ period, contributor, figures }: Columns): string {
  const read = [
    `"${period.words}" as period`,
    ...(contributor ? [`"${contributor.words}" as contributor`] : []),
    ...Object.entries(figures).map(([figure, source]) => `"${source.words}" as ${figure}`),
  ];
  return `Read ${listInWords(read)}.`;
}

export const nothingNew = (already: number) =>
  already === 1
    ? "Nothing new: its 1 result was there already."
    : `Nothing new: all ${pluralise(already, "result")} were there already.`;
