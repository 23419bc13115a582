import type { MeasureCounting, MeasureRhythm } from "@/db/terms";
import { inPeriod } from "@/server/measures/figures";
import { keptPart, type Part, problemsWithPart, type SentPart, samePart } from "@/server/measures/part";
import { problemWithPeriod } from "@/server/measures/periods";
import type { Contributor } from "@/server/measures/queries";
import { contributesOn } from "@/server/measures/series";
import { listed } from "@/server/words";
import type { Columns, Source } from "./columns";
import type { CsvRow } from "./csv";
import type { RowProblem } from "./refused";

export type LoadedPart = Part & { row: number; organisationId: string; periodOn: string };
type Known = { counting: MeasureCounting; rhythm: MeasureRhythm; today: string; contributors: readonly Contributor[] };

/** Every row as a contributor's part of a period, or what is wrong with it: all that is wrong, not the first. */
export function readParts(rows: readonly CsvRow[], columns: Columns, measure: Known) {
  const problems: RowProblem[] = [];
  const parts: LoadedPart[] = [];
  const before = new Map<string, LoadedPart>();
  for (const { row, cells } of rows) {
    const found: RowProblem[] = [];
    const complain = (source: Source | null, reason: string) =>
      found.push({ row, column: source?.words ?? null, reason });
    const periodOn = readPeriod(cells[columns.period.from] ?? "", measure, (why) => complain(columns.period, why));
    const contributor = readContributor(cells, columns.contributor, measure.contributors, (why) =>
      complain(columns.contributor, why),
    );
    const sent: SentPart = {};
    for (const [figure, source] of Object.entries(columns.figures) as [keyof Part, Source][]) {
      sent[figure] = readSource(cells, source, (why) => complain(source, why));
    }
    if (found.length === 0) {
      for (const [figure, why] of Object.entries(problemsWithPart(measure.counting, sent))) {
        complain(columns.figures[figure as keyof Part] ?? null, `${why}.`);
      }
    }
    if (contributor && periodOn && !contributesOn(contributor, periodOn)) {
      const when = inPeriod(periodOn, measure.rhythm);
      complain(columns.contributor, `${contributor.name} does not contribute ${when}.`);
    }
    if (found.length === 0 && contributor && periodOn) {
      const part = { ...keptPart(sent), row, organisationId: contributor.organisationId, periodOn };
      const key = `${part.organisationId} ${periodOn}`;
      const earlier = before.get(key);
      if (!earlier) {
        before.set(key, part);
        parts.push(part);
      } else if (samePart(earlier, part)) complain(null, `It says the same as row ${earlier.row}.`);
      else complain(null, `Row ${earlier.row} has another figure for the same period and contributor.`);
    }
    problems.push(...found);
  }
  return { parts, problems };
}

type Complain = (why: string) => void;

function readPeriod(cell: string, { rhythm, today }: Known, complain: Complain): string | null {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(cell) && new Date(`${cell}T00:00:00Z`).toJSON()?.startsWith(cell);
  const wrong = real
    ? problemWithPeriod(cell, rhythm, today)
    : cell === ""
      ? "It is empty. Write the first day of the period, such as 2026-05-04."
      : `"${cell}" is not a day written like 2026-05-04.`;
  if (wrong) complain(wrong);
  return wrong ? null : cell;
}

function readContributor(cells: string[], column: Source | null, known: readonly Contributor[], complain: Complain) {
  const [only] = known;
  if (!column) return only ?? null;
  const code = cells[column.from] ?? "";
  const matching = known.filter((one) => isNamed(one, code));
  if (code === "") complain("It is empty. Write the ODS code or the short name of the organisation.");
  else if (matching.length === 0) {
    const names = known.map((one) => one.odsCode ?? one.shortName);
    const list = names.length > 12 ? `${names.length} organisations` : listed(names);
    complain(`"${code}" does not contribute to this measure. Those who do: ${list}.`);
  } else if (matching.length > 1) complain(`"${code}" names ${matching.length} organisations. Write the ODS code.`);
  return code !== "" && matching.length === 1 ? (matching[0] ?? null) : null;
}

/** Whether a code in a file means this organisation: its ODS code or its short name, in any case. */
export function isNamed({ odsCode, shortName }: { odsCode: string | null; shortName: string }, code: string): boolean {
  return [odsCode, shortName].some((name) => name?.toLowerCase() === code.toLowerCase());
}

function readSource(cells: string[], { from, less }: Source, complain: Complain): number | undefined {
  const [first, second] = [readFigure(cells[from] ?? ""), less === null ? 0 : readFigure(cells[less] ?? "")];
  if (typeof first === "number" && typeof second === "number") return rounded(first - second);
  complain(typeof first === "string" ? first : String(second));
  return undefined;
}

const plain = /^[-+]?(\d+(\.\d+)?|\.\d+)$/;

/** A number written plainly, or why a cell is none. What could mean two things is refused, never guessed. */
function readFigure(cell: string): number | string {
  if (plain.test(cell)) return Number(cell);
  if (cell === "") return "It is empty. Leave the row out if there is no result, or write 0 if there was none.";
  if (/^[<>≤≥]/.test(cell)) return `"${cell}" hides a small number. Leave the row out.`;
  if (/^[-+]?[\d,]+(\.\d+)?$/.test(cell)) return `"${cell}" has a comma. Write ${cell.replaceAll(",", "")}.`;
  if (/%$/.test(cell))
    return `"${cell}" has a percent sign. Write how many in one column and out of how many in another.`;
  return `"${cell}" is not a number such as 12 or 12.5.`;
}

/** 0.3 - 0.1 is 0.2, whatever its last bit says. */
const rounded = (value: number) => Number(value.toPrecision(15));
