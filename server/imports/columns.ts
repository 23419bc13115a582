import { Refusal } from "@/server/errors";
import { type Columns, usualColumns } from "@/server/measures/load/columns";
import { isDivided } from "@/server/measures/part";
import type { Contributor, Measure } from "@/server/measures/queries";
import type { ColumnsInput } from "./input";

/** The value of a choice that says: all rows are of this organisation. */
export const allOf = (organisationId: string): string => `all of ${organisationId}`;

type For = Pick<Measure, "counting" | "direction">;
const boxes = ({ counting }: For) =>
  isDivided(counting) ? (["numerator", "denominator"] as const) : (["value"] as const);

/** What the names of the columns say by themselves; nothing where two could be meant. */
export function guessColumns(header: readonly string[], measure: For, choices: readonly Contributor[]): ColumnsInput {
  const guess = (what: "period" | "contributor" | "value" | "numerator" | "denominator") => {
    const [first, ...more] = usualColumns(header, what, measure.direction);
    return first === undefined || more.length > 0 ? "" : String(first);
  };
  const only = choices.length === 1 && choices[0] ? allOf(choices[0].organisationId) : "";
  const figures = Object.fromEntries(boxes(measure).map((box) => [box, guess(box)]));
  const named = { value: "", numerator: "", less: "", denominator: "", ...figures };
  return { period: guess("period"), contributor: guess("contributor") || only, ...named };
}

const missing = {
  period: "Choose the column with the period",
  contributor: "Choose the column that says whose result it is",
  value: "Choose the column with the result",
  numerator: "Choose the column that says how many",
  denominator: "Choose the column that says out of how many",
} as const;

/** What is not chosen yet, by its box. */
export function problemsWithColumns(chosen: ColumnsInput, header: readonly string[], measure: For) {
  const problems: Record<string, string> = {};
  const is = (given: string) => /^\d+$/.test(given) && Number(given) < header.length;
  for (const box of ["period", ...boxes(measure)] as const) if (!is(chosen[box])) problems[box] = missing[box];
  if (!is(chosen.contributor) && !chosen.contributor.startsWith("all of ")) problems.contributor = missing.contributor;
  const twice = boxes(measure).find((box) => is(chosen[box]) && chosen[box] === chosen.period);
  if (twice) problems[twice] = "Choose another column: this one is the period";
  return problems;
}

/** The chosen columns as the reader takes them, and of whom all rows are, if of one. */
export function asColumns(chosen: ColumnsInput, header: readonly string[], measure: For) {
  const problems = problemsWithColumns(chosen, header, measure);
  if (Object.keys(problems).length > 0) throw new Refusal([], problems);
  const source = (given: string, less: string | null = null) => ({
    words: less === null ? (header[Number(given)] ?? "") : `${header[Number(given)]} - ${header[Number(less)]}`,
    from: Number(given),
    less: less === null ? null : Number(less),
  });
  const only = chosen.contributor.startsWith("all of ") ? chosen.contributor.slice("all of ".length) : null;
  const less = chosen.less !== "" && Number(chosen.less) < header.length ? chosen.less : null;
  const figures = Object.fromEntries(
    boxes(measure).map((box) => [box, source(chosen[box], box === "numerator" ? less : null)]),
  );
  const period = source(chosen.period);
  const contributor = only ? null : source(chosen.contributor);
  const read = [period, contributor, ...Object.values(figures)].flatMap((one) => (one ? [one.from, one.less] : []));
  const columns: Columns = { period, contributor, figures, aside: header.filter((_, at) => !read.includes(at)) };
  return { columns, only };
}
