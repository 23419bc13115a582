import type { CsvRow } from "@/server/measures/load/csv";
import type { RowProblem } from "@/server/measures/load/refused";

/** Rows that are held and worked on at once, before the work says how far it has come and others get their turn. */
export const BATCH_ROWS = 2_500;

/** A row of an upload, with what made it unreadable before anybody asked what it says. */
export type StoredRow = CsvRow & { broken?: Pick<RowProblem, "column" | "reason">[] };
type Line = [row: number, cells: string[], broken?: StoredRow["broken"]];

/** Rows as one text, a line each: so they can be read a few at a time. A line break inside a cell is written as \\n. */
export function asLines(rows: readonly CsvRow[], problems: readonly RowProblem[] = []): string {
  const broken = new Map<number, StoredRow["broken"]>();
  for (const { row, column, reason } of problems) broken.set(row, [...(broken.get(row) ?? []), { column, reason }]);
  const asLine = ({ row, cells }: CsvRow): Line => {
    const why = broken.get(row);
    return why ? [row, cells, why] : [row, cells];
  };
  return rows.map((row) => JSON.stringify(asLine(row))).join("\n");
}

/** The rows of such a text, some at a time: those before are let go, however large the file is. */
export function* inBatches(lines: string, most = BATCH_ROWS): Generator<StoredRow[], undefined> {
  let from = 0;
  while (from < lines.length) {
    let to = from;
    for (let taken = 0; taken < most && to < lines.length; taken += 1) {
      const end = lines.indexOf("\n", to);
      to = end < 0 ? lines.length : end + 1;
    }
    const kept: Line[] = JSON.parse(`[${lines.slice(from, to).trimEnd().replaceAll("\n", ",")}]`);
    yield kept.map(([row, cells, broken]) => (broken ? { row, cells, broken } : { row, cells }));
    from = to;
  }
  return undefined;
}
