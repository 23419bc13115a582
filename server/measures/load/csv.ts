import Papa from "papaparse";
import { canBeKept } from "@/server/text";
import { LoadRefused, type RowProblem } from "./refused";

export type CsvRow = { row: number; cells: string[] };
export type Csv = { header: string[]; rows: CsvRow[]; problems: RowProblem[] };

/** A file's bytes as text, refusing what is not the text of a CSV. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LoadRefused([
      "The file is not UTF-8 text. If it is a spreadsheet, save it as CSV (UTF-8) and load that file.",
    ]);
  }
}

/** The header and rows of a CSV, each row with its number; empty rows are passed over. */
export function readCsv(text: string): Csv {
  // Empty lines count as rows, but the last ones would keep a semicolon from being seen as the separator
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { skipEmptyLines: false });
  const filled = data
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first, ...rows] = filled;
  if (!first) throw new LoadRefused(["The file is empty."]);
  if (rows.length === 0) throw new LoadRefused(["The file has a header and no rows below it."]);
  const header = first.cells;
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice !== undefined) throw new LoadRefused([`The file has 2 columns named "${twice}". Rename one of them.`]);
  const problems: RowProblem[] = errors
    .filter((error) => error.type === "Quotes")
    .map((error) => ({ row: (error.row ?? 0) + 1, column: null, reason: "A quotation mark is not closed." }));
  for (const { row, cells } of rows) {
    if (cells.length !== header.length) {
      const reason = `It has ${cells.length} cells, and the header has ${header.length}.`;
      problems.push({ row, column: null, reason });
    }
    const strange = cells.findIndex((cell) => !canBeKept(cell));
    if (strange >= 0) {
      problems.push({ row, column: header[strange] ?? null, reason: "It has a character that cannot be kept." });
    }
  }
  return { header, rows, problems };
}
