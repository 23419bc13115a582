import type { MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";
import type { AnswersInput, ColumnsInput } from "@/server/imports/input";
import type { Columns } from "@/server/measures/load/columns";
import type { CsvRow } from "@/server/measures/load/csv";
import { hidden, tidied, withCommas, withOneDot, withPercent } from "@/server/measures/load/number-cells";
import { parseDateCell, realDay } from "@/server/measures/load/period-cells";
import type { ReadAs } from "@/server/measures/load/read-as";
import { isDivided } from "@/server/measures/part";
import { periodOf } from "@/server/measures/periods";

export type QuestionName = "days" | "serials" | "inside" | "commas" | "dots" | "percents" | "small" | "blanks";
/** A question about ambiguous cells, with an example. Asked once a file; ambiguity is never guessed away. */
export type Question = { name: QuestionName; ask: string; choices: { value: string; label: string }[] };
export const LEAVE_OUT = "leave out";
export const ONE_NUMBER = "one number";

export type MeasureForQuestions = { counting: MeasureCounting; rhythm: MeasureRhythm };

/** Questions found, with the key they were found for: other columns or a redefined measure raise others. */
export type FoundQuestions = { of: string; questions: Question[] };
export const questionsKey = (columns: ColumnsInput, { counting, rhythm }: MeasureForQuestions): string =>
  JSON.stringify([counting, rhythm, Object.entries(columns).toSorted()]);

/** The answers as reading options, and messages for questions without a valid answer. */
export function readAnswers(answers: AnswersInput, questions: readonly Question[]) {
  const missing: Record<string, string> = {};
  const as: Record<string, string | number> = {};
  for (const { name, ask, choices } of questions) {
    const answer = answers[name];
    if (!choices.some((choice) => choice.value === answer)) missing[name] = `Choose an answer: ${ask}`;
    else if (answer === ONE_NUMBER) {
      if (answers.oneNumber === undefined) missing.oneNumber = "Enter the number that stands for it";
      else as[name] = answers.oneNumber;
    } else if (answer !== LEAVE_OUT) as[name] = answer;
  }
  return { as: as as ReadAs, missing };
}

/** The questions raised by cells of these columns, one of each kind. */
export function questionsOf(
  batches: Iterable<readonly CsvRow[]>,
  columns: Columns,
  measure: MeasureForQuestions,
): Question[] {
  const examples = new Map<QuestionName, string>();
  const notice = (name: QuestionName, cell: string) => {
    if (!examples.has(name)) examples.set(name, cell);
  };
  const figures = Object.values(columns.figures).flatMap(({ from, less }) => (less === null ? [from] : [from, less]));
  for (const rows of batches) {
    for (const { cells } of rows) noticeDay(cells[columns.period.from] ?? "", measure, notice);
    for (const at of figures) {
      for (const { cells } of rows) noticeFigure(cells[at] ?? "", measure, notice);
    }
  }
  return [...examples].map(([name, cell]) => ({ name, ...inWords(name, cell, measure) }));
}

type Notice = (name: QuestionName, cell: string) => void;

function noticeDay(cell: string, { rhythm }: MeasureForQuestions, notice: Notice): void {
  const date = parseDateCell(cell);
  if (!date) return;
  if (date.kind === "slashed" && date.first !== date.second) notice("days", cell);
  if (date.kind === "serial") notice("serials", cell);
  const days =
    date.kind === "slashed"
      ? [realDay(date.year, date.second, date.first), realDay(date.year, date.first, date.second)]
      : [date.on];
  if (days.every((on) => on !== null && periodOf(on, rhythm) !== on)) notice("inside", cell);
}

function noticeFigure(written: string, { counting }: MeasureForQuestions, notice: Notice): void {
  const cell = tidied(written);
  if (cell === "") notice("blanks", cell);
  else if (hidden.test(cell)) notice("small", cell);
  else if (withCommas.test(cell)) notice("commas", cell);
  else if (withOneDot.test(cell) && counting !== "value") notice("dots", cell);
  else if (withPercent.test(cell) && !isDivided(counting)) notice("percents", cell);
}

const leaveOut = { value: LEAVE_OUT, label: "Leave these rows out" };

function inWords(name: QuestionName, cell: string, { rhythm }: MeasureForQuestions): Omit<Question, "name"> {
  const choice = (value: Extract<ReadAs[keyof ReadAs], string> | typeof ONE_NUMBER, label: string) => ({
    value,
    label,
  });
  const two = (ask: string, ...choices: Question["choices"]) => ({ ask, choices });
  if (name === "days") {
    const date = parseDateCell(cell);
    const either = date?.kind === "slashed" ? date : { first: 1, second: 1, year: 2000 };
    const dayOrNone = (on: string | null) => (on ? dayInWords(on) : "no day");
    return two(
      `Which day is ${cell}?`,
      choice("day first", `${dayOrNone(realDay(either.year, either.second, either.first))}: the day comes first`),
      choice("month first", `${dayOrNone(realDay(either.year, either.first, either.second))}: the month comes first`),
    );
  }
  if (name === "serials") {
    const date = parseDateCell(cell);
    const on = date?.kind === "serial" ? dayInWords(date.on) : cell;
    return two(`Is ${cell} a day as Excel counts them?`, choice("days", `Yes, ${on}`), leaveOut);
  }
  if (name === "inside") {
    const first = rhythm === "week" ? "a Monday, when weeks start" : "the 1st of a month";
    return two(`${cell} is not ${first}. What then?`, choice("its period", `Take the ${rhythm} it is in`), leaveOut);
  }
  if (name === "commas")
    return two(`Is ${cell} a thousand or more?`, choice("thousands", `Yes, ${digits(cell)}`), leaveOut);
  if (name === "dots") {
    return two(
      `What is ${cell}?`,
      choice("thousands", `${digits(cell)}: the dot parts thousands`),
      choice("decimals", `A number with decimals, between ${Math.floor(Number(cell))} and ${Math.ceil(Number(cell))}`),
    );
  }
  if (name === "percents")
    return two(`What is ${cell}?`, choice("numbers", tidied(cell).replace(/ ?%$/, "")), leaveOut);
  if (name === "blanks") return two("What does an empty cell mean?", leaveOut, choice("none", "There were none: 0"));
  return two(`What does ${cell} stand for?`, leaveOut, choice(ONE_NUMBER, "1 number for all of them"));
}

const digits = (cell: string) => cell.replace(/[^\d-]/g, "");
