import type { CsvRow } from "@/server/measures/load/csv";

/** Rows that are held and worked on at once, before the work says how far it has come and others get their turn. */
export const AT_ONCE = 5_000;

/** Rows as one text, a line each: so they can be read a few at a time. A line break inside a cell is written as \\n. */
export const asLines = (rows: readonly CsvRow[]): string =>
  rows.map(({ row, cells }) => JSON.stringify([row, cells])).join("\n");

/** The rows of such a text, some at a time: those before are let go, however large the file is. */
export function* inBatches(lines: string, most = AT_ONCE): Generator<CsvRow[], undefined> {
  let from = 0;
  while (from < lines.length) {
    let to = from;
    for (let taken = 0; taken < most && to < lines.length; taken += 1) {
      const end = lines.indexOf("\n", to);
      to = end < 0 ? lines.length : end + 1;
    }
    const kept: [number, string[]][] = JSON.parse(`[${lines.slice(from, to).trimEnd().replaceAll("\n", ",")}]`);
    yield kept.map(([row, cells]) => ({ row, cells }));
    from = to;
  }
  return undefined;
}
