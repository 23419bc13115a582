import type { MeasureCounting, MeasureDirection } from "@/db/vocabulary";
import { listInWords } from "@/server/format";
import { isDivided } from "@/server/measures/part";
import { LoadRefused } from "./refused";

/** The source of a figure: a column, or the difference of two ("attendances - breaches"). */
export type Source = { words: string; from: number; less: number | null };
type Figure = "value" | "numerator" | "denominator";
export type Columns = {
  period: Source;
  /** Null when all rows are of one contributor and no column names it. */
  contributor: Source | null;
  figures: Partial<Record<Figure, Source>>;
  /** Names of columns that are not read. */
  aside: string[];
};

/** Columns given by option, such as "--period-column month". */
export type NamedColumns = Partial<Record<"period" | "contributor" | Figure, string>>;

/** Column names that are recognised without an option, if a file has only one of them. */
const usual: Record<"period" | "contributor" | Figure, string[]> = {
  period: ["period", "period_on", "date", "month", "week", "day", "month_starting", "week_starting"],
  contributor: ["contributor", "org_code", "organisation", "organisation_code", "org", "ods_code", "provider"],
  value: ["value", "count", "result", "figure"],
  numerator: ["numerator", "breaches"],
  denominator: ["denominator", "attendances", "total"],
};

/**
 * Assigns the columns: by option, else by usual name if only one fits.
 * @throws {LoadRefused} when one is missing or ambiguous
 */
export function chooseColumns(
  header: readonly string[],
  measure: { counting: MeasureCounting; direction: MeasureDirection },
  named: NamedColumns,
  { oneContributor }: { oneContributor: boolean },
): Columns {
  const wanted: Figure[] = isDivided(measure.counting) ? ["numerator", "denominator"] : ["value"];
  const odd = (["value", "numerator", "denominator"] as const).find(
    (figure) => named[figure] && !wanted.includes(figure),
  );
  if (odd) throw new LoadRefused([`--${odd}-column does not fit: this measure takes ${listInWords(wanted)}.`]);
  const choose = (what: keyof typeof usual) => {
    const given = named[what];
    if (given !== undefined) return sourceOf(given, what, header);
    const matching = usualColumns(header, what, measure.direction);
    if (matching.length > 1) {
      const both = listInWords(matching.map((at) => `"${header[at]}"`));
      throw new LoadRefused([
        `${both} could each be the ${what}. Say which: --${what}-column "${header[matching[0] ?? 0]}".`,
      ]);
    }
    const [from] = matching;
    return from === undefined ? null : { words: header[from] ?? "", from, less: null };
  };
  const needed = (what: keyof typeof usual) => {
    const source = choose(what);
    if (source) return source;
    const hints: Partial<Record<typeof what, string>> = {
      numerator: ' One column less another works too: "attendances - breaches".',
      contributor: " Or, when all rows are of one organisation, --contributor <code>.",
    };
    const hint = hints[what] ?? "";
    const columns = listInWords(header.map((name) => `"${name}"`));
    throw new LoadRefused([`Say which column is the ${what}: --${what}-column. The file has ${columns}.${hint}`]);
  };
  const period = needed("period");
  const contributor = oneContributor ? choose("contributor") : needed("contributor");
  const figures = Object.fromEntries(wanted.map((figure) => [figure, needed(figure)]));
  const read = new Set(
    [period, contributor, ...Object.values(figures)].flatMap((source) => (source ? [source.from, source.less] : [])),
  );
  return { period, contributor, figures, aside: header.filter((name, at) => name !== "" && !read.has(at)) };
}

/** Indexes of columns with a usual name. */
export function usualColumns(header: readonly string[], what: keyof typeof usual, direction: MeasureDirection) {
  // Breaches are failures, so where higher is better they are not the numerator
  const names = usual[what].filter((name) => !(name === "breaches" && direction === "up"));
  return header.flatMap((name, at) => (names.includes(name.toLowerCase().replace(/[ -]/g, "_")) ? [at] : []));
}

function sourceOf(given: string, what: string, header: readonly string[]): Source {
  const at = (name: string) => header.findIndex((column) => column.toLowerCase() === name.trim().toLowerCase());
  const whole = at(given);
  if (whole >= 0) return { words: header[whole] ?? given, from: whole, less: null };
  const [first = "", second, ...more] = given.split(" - ");
  const isFigure = what !== "period" && what !== "contributor";
  const missing = second !== undefined && isFigure ? [first, second].find((name) => at(name) < 0) : given;
  if (missing !== undefined || second === undefined || more.length > 0) {
    const columns = listInWords(header.map((name) => `"${name}"`));
    throw new LoadRefused([
      `--${what}-column: the file has no column "${(missing ?? given).trim()}". It has ${columns}.`,
    ]);
  }
  return { words: `${header[at(first)]} - ${header[at(second)]}`, from: at(first), less: at(second) };
}

const neverStored = /\b(rag|forecast|trajectory|projection|plan|planned|target)\b/i;

/** Sentences about columns that were not read; forecasts and ratings are never stored. */
export function asideInWords(aside: readonly string[]): string[] {
  const spelled = (name: string) => name.replace(/[_-]/g, " ");
  const refused = aside.filter((name) => neverStored.test(spelled(name)));
  const others = aside.filter((name) => !neverStored.test(spelled(name)));
  const quoted = (names: string[]) => listInWords(names.map((name) => `"${name}"`));
  return [
    ...(others.length > 0 ? [`Not read: ${quoted(others)}.`] : []),
    ...(refused.length > 0
      ? [`Dropped: ${quoted(refused)}. Leeway keeps results, no forecasts, trajectories or colours.`]
      : []),
  ];
}
