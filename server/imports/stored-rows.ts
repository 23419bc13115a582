import type { CsvRow } from "@/server/measures/load/csv";
import type { RowProblem } from "@/server/measures/load/refused";

/** Rows processed between two progress updates. */
export const BATCH_ROWS = 2_500;

/** A row of an upload, with the problems found when the file was parsed. */
export type StoredRow = CsvRow & { broken?: Pick<RowProblem, "column" | "reason">[] };
type Line = [row: number, cells: string[], broken?: StoredRow["broken"]];

/** Rows as JSON lines, so that they can be read in batches. JSON escapes line breaks inside cells. */
export function asLines(rows: readonly CsvRow[], problems: readonly RowProblem[] = []): string {
  const broken = new Map<number, StoredRow["broken"]>();
  for (const { row, column, reason } of problems) broken.set(row, [...(broken.get(row) ?? []), { column, reason }]);
  const asLine = ({ row, cells }: CsvRow): Line => {
    const why = broken.get(row);
    return why ? [row, cells, why] : [row, cells];
  };
  return rows.map((row) => JSON.stringify(asLine(row))).join("\n");
}

/** Reads stored lines in batches, so that memory stays bounded. */
export function* inBatches(lines: string, batchSize = BATCH_ROWS): Generator<StoredRow[], undefined> {
  let from = 0;
  while (from < lines.length) {
    let to = from;
    for (let taken = 0; taken < batchSize && to < lines.length; taken += 1) {
      const end = lines.indexOf("\n", to);
      to = end < 0 ? lines.length : end + 1;
    }
    const batch: Line[] = JSON.parse(`[${lines.slice(from, to).trimEnd().replaceAll("\n", ",")}]`);
    yield batch.map(([row, cells, broken]) => (broken ? { row, cells, broken } : { row, cells }));
    from = to;
  }
  return undefined;
}
