import type { ChartKind, MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { listInWords } from "@/server/format";
import { inPeriod } from "@/server/measures/figures";
import { type Part, problemsWithPart, type SentPart, samePart, storedPart } from "@/server/measures/part";
import type { Contributor } from "@/server/measures/queries";
import { contributesOn } from "@/server/measures/series";
import type { Columns, Source } from "./columns";
import type { CsvRow } from "./csv";
import { readFigureCell } from "./number-cells";
import { readPeriodCell } from "./period-cells";
import type { ReadAs } from "./read-as";
import { quoted, type RowProblem } from "./refused";

export type LoadedPart = Part & { row: number; organisationId: string; periodOn: string };
type MeasureToRead = {
  counting: MeasureCounting;
  rhythm: MeasureRhythm;
  chartKind?: ChartKind;
  today: string;
  contributors: readonly Contributor[];
  /** Contributors the person may log for; all when absent. */
  mayLogFor?: ReadonlySet<string>;
};
export type PartsRead = { parts: LoadedPart[]; problems: RowProblem[] };

/** Reads rows as parts, with every problem of each row. */
export const readParts = (rows: readonly CsvRow[], columns: Columns, measure: MeasureToRead): PartsRead =>
  partReader(columns, measure, null)(rows);

/** A reader for batches of one file: it finds duplicates across batches. */
export function partReader(columns: Columns, measure: MeasureToRead, as: ReadAs | null) {
  const earlierParts = new Map<string, LoadedPart>();
  const findContributor = contributorFinder(columns.contributor, measure.contributors);
  const read = ({ row, cells }: CsvRow, { parts, problems }: PartsRead) => {
    const rowProblems: RowProblem[] = [];
    const complain = (source: Source | null, reason: string) =>
      rowProblems.push({ row, column: source?.words ?? null, reason });
    const period = readPeriodCell(cells[columns.period.from] ?? "", measure, as);
    if ("why" in period) complain(columns.period, period.why);
    const periodOn = "on" in period ? period.on : null;
    const contributor = findContributor(cells, (why) => complain(columns.contributor, why));
    if (contributor && measure.mayLogFor && !measure.mayLogFor.has(contributor.organisationId)) {
      complain(columns.contributor, `You cannot log for ${contributor.name}. Ask somebody who works there.`);
    }
    const sent: SentPart = {};
    for (const [figure, source] of Object.entries(columns.figures) as [keyof Part, Source][]) {
      sent[figure] = readSource(cells, source, as, (why) => complain(source, why));
    }
    if (rowProblems.length === 0) {
      for (const [figure, why] of Object.entries(problemsWithPart(measure.counting, sent, measure.chartKind))) {
        complain(columns.figures[figure as keyof Part] ?? null, `${why}.`);
      }
    }
    if (contributor && periodOn && !contributesOn(contributor, periodOn)) {
      const when = inPeriod(periodOn, measure.rhythm);
      complain(columns.contributor, `${contributor.name} does not contribute ${when}.`);
    }
    if (rowProblems.length === 0 && contributor && periodOn) {
      const part = { ...storedPart(sent), row, organisationId: contributor.organisationId, periodOn };
      const key = `${part.organisationId} ${periodOn}`;
      const earlier = earlierParts.get(key);
      if (!earlier) {
        earlierParts.set(key, part);
        parts.push(part);
      } else if (samePart(earlier, part)) complain(null, `It says the same as row ${earlier.row}.`);
      else complain(null, `Row ${earlier.row} has another figure for the same period and contributor.`);
    }
    problems.push(...rowProblems);
  };
  return (rows: readonly CsvRow[]): PartsRead => {
    const into: PartsRead = { parts: [], problems: [] };
    for (const row of rows) read(row, into);
    return into;
  };
}

type Complain = (why: string) => void;

/** Finds a row's contributor, caching lookups by code. */
function contributorFinder(column: Source | null, contributors: readonly Contributor[]) {
  const byCode = new Map<string, Contributor[]>();
  return (cells: string[], complain: Complain): Contributor | null => {
    if (!column) return contributors[0] ?? null;
    const code = cells[column.from] ?? "";
    const matching = byCode.get(code) ?? contributors.filter((contributor) => isNamed(contributor, code));
    byCode.set(code, matching);
    if (code === "") complain("It is empty. Write the ODS code or the short name of the organisation.");
    else if (matching.length === 0) {
      const names = contributors.map(({ odsCode, shortName }) => odsCode ?? shortName);
      const list = names.length > 12 ? `${names.length} organisations` : listInWords(names);
      complain(`${quoted(code)} does not contribute to this measure. Those who do: ${list}.`);
    } else if (matching.length > 1)
      complain(`${quoted(code)} names ${matching.length} organisations. Write the ODS code.`);
    return code !== "" && matching.length === 1 ? (matching[0] ?? null) : null;
  };
}

type Named = { odsCode: string | null; shortName: string; name?: string };

/** Whether a code is this organisation's ODS code, short name or full name, ignoring case. */
export function isNamed({ odsCode, shortName, name }: Named, code: string): boolean {
  return [odsCode, shortName, name].some((text) => text?.toLowerCase() === code.toLowerCase());
}

function readSource(cells: string[], { from, less }: Source, as: ReadAs | null, complain: Complain) {
  const [first, second] = [
    readFigureCell(cells[from] ?? "", as),
    less === null ? 0 : readFigureCell(cells[less] ?? "", as),
  ];
  if (typeof first === "number" && typeof second === "number") return rounded(first - second);
  complain(typeof first === "string" ? first : String(second));
  return undefined;
}

/** Rounds to 15 digits, so that 0.3 - 0.1 gives 0.2. */
const rounded = (value: number) => Number(value.toPrecision(15));
