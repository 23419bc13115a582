import type { CsvRow } from "@/server/measures/load/csv";
import type { RowProblem } from "@/server/measures/load/refused";
import { type LoadedPart, partReader } from "@/server/measures/load/rows";
import type { Measure } from "@/server/measures/queries";
import { mayLogFor } from "@/server/measures/reach";
import type { Who } from "@/server/policy";
import { asColumns } from "./columns";
import type { Upload } from "./queries";

/** Rows that are read before the work says how far it has come, and others get their turn. */
const atOnce = 5_000;

type Reading = { upload: Upload; rows: readonly CsvRow[]; measure: Measure; who: Who };

/** Every row of an upload as a part of a period, or what is wrong with it. Leaves off when it is no longer wanted. */
export async function readUpload(
  { upload, rows, measure, who }: Reading,
  progress: (doneRows: number) => Promise<boolean>,
): Promise<{ parts: LoadedPart[]; problems: RowProblem[] } | null> {
  const { columns: chosen, as } = upload.answers ?? {};
  if (!chosen) throw new Error("the columns of an upload were never chosen");
  const { columns, only } = asColumns(chosen, upload.header, measure);
  const mine = new Set(mayLogFor(who, measure));
  const contributors = only
    ? measure.contributors.filter((one) => one.organisationId === only && mine.has(only))
    : measure.contributors;
  if (contributors.length === 0) {
    const reason = "You cannot log for this organisation any more. Ask somebody who works there.";
    return { parts: [], problems: rows.map(({ row }) => ({ row, column: null, reason })) };
  }
  const read = partReader(columns, { ...measure, contributors, mayLogFor: mine }, as ?? {});
  const broken = new Set(upload.noticed.problems.map(({ row }) => row));
  const parts: LoadedPart[] = [];
  const problems: RowProblem[] = [...upload.noticed.problems];
  for (let from = 0; from < rows.length; from += atOnce) {
    const found = read(rows.slice(from, from + atOnce).filter(({ row }) => !broken.has(row)));
    for (const part of found.parts) parts.push(part);
    for (const problem of found.problems) problems.push(problem);
    if (!(await progress(Math.min(from + atOnce, rows.length)))) return null;
  }
  return { parts, problems: problems.toSorted((a, b) => a.row - b.row) };
}
