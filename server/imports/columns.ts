import { Refusal } from "@/server/errors";
import type { ColumnsInput } from "@/server/imports/input";
import { type Columns, usualColumns } from "@/server/measures/load/columns";
import { isDivided } from "@/server/measures/part";
import type { Contributor, Measure } from "@/server/measures/queries";

/** The form value for "all rows are of this organisation". */
export const allOf = (organisationId: string): string => `all of ${organisationId}`;

export type MeasureForColumns = Pick<Measure, "counting" | "direction">;
const boxes = ({ counting }: MeasureForColumns) =>
  isDivided(counting) ? (["numerator", "denominator"] as const) : (["value"] as const);
const columnOf = <Box extends string>(box: Box) => `${box}Column` as const;

/** Guesses the columns from their names; leaves a box empty when several columns fit. */
export function guessColumns(
  header: readonly string[],
  measure: MeasureForColumns,
  choices: readonly Contributor[],
): ColumnsInput {
  const guess = (what: "period" | "contributor" | "value" | "numerator" | "denominator") => {
    const [first, ...more] = usualColumns(header, what, measure.direction);
    return first === undefined || more.length > 0 ? "" : String(first);
  };
  const only = choices.length === 1 && choices[0] ? allOf(choices[0].organisationId) : "";
  const figures = Object.fromEntries(boxes(measure).map((box) => [columnOf(box), guess(box)]));
  const none = { valueColumn: "", numeratorColumn: "", lessColumn: "", denominatorColumn: "" };
  return {
    periodColumn: guess("period"),
    contributorColumn: guess("contributor") || only,
    ...{ ...none, ...figures },
  };
}

const missing = {
  period: "Choose the column with the period",
  contributor: "Choose the column that says whose result it is",
  value: "Choose the column with the result",
  numerator: "Choose the column that says how many",
  denominator: "Choose the column that says out of how many",
} as const;

/** Error messages for missing or conflicting choices, by box. */
export function problemsWithColumns(chosen: ColumnsInput, header: readonly string[], measure: MeasureForColumns) {
  const problems: Record<string, string> = {};
  const is = (given: string) => /^\d+$/.test(given) && Number(given) < header.length;
  for (const box of ["period", ...boxes(measure)] as const) {
    if (!is(chosen[columnOf(box)])) problems[columnOf(box)] = missing[box];
  }
  const whose = chosen.contributorColumn;
  if (!is(whose) && !whose.startsWith("all of ")) problems.contributorColumn = missing.contributor;
  const twice = boxes(measure).find((box) => {
    const given = chosen[columnOf(box)];
    return is(given) && given === chosen.periodColumn;
  });
  if (twice) problems[columnOf(twice)] = "Choose another column: this one is the period";
  return problems;
}

export const isChosen = (chosen: ColumnsInput, header: readonly string[], measure: MeasureForColumns): boolean =>
  Object.keys(problemsWithColumns(chosen, header, measure)).length === 0;

/** The chosen columns in the reader's form, and the single contributor of all rows if one was chosen. @throws {Refusal} */
export function asColumns(chosen: ColumnsInput, header: readonly string[], measure: MeasureForColumns) {
  const problems = problemsWithColumns(chosen, header, measure);
  if (Object.keys(problems).length > 0) throw new Refusal([], problems);
  const source = (given: string, less: string | null = null) => ({
    words: less === null ? (header[Number(given)] ?? "") : `${header[Number(given)]} - ${header[Number(less)]}`,
    from: Number(given),
    less: less === null ? null : Number(less),
  });
  const whose = chosen.contributorColumn;
  const only = whose.startsWith("all of ") ? whose.slice("all of ".length) : null;
  const { lessColumn } = chosen;
  const less = lessColumn !== "" && Number(lessColumn) < header.length ? lessColumn : null;
  const figures = Object.fromEntries(
    boxes(measure).map((box) => [box, source(chosen[columnOf(box)], box === "numerator" ? less : null)]),
  );
  const period = source(chosen.periodColumn);
  const contributor = only ? null : source(whose);
  const read = [period, contributor, ...Object.values(figures)].flatMap((source) =>
    source ? [source.from, source.less] : [],
  );
  const columns: Columns = { period, contributor, figures, aside: header.filter((_, at) => !read.includes(at)) };
  return { columns, only };
}
