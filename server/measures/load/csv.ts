import Papa from "papaparse";
import { pluralise } from "@/server/format";
import { isStorable } from "@/server/text";
import { LoadRefused, type RowProblem } from "./refused";

export type CsvRow = { row: number; cells: string[] };
export type Csv = {
  header: string[];
  rows: CsvRow[];
  problems: RowProblem[];
  /** Sentences about content that is not read. */
  noticed: string[];
};

export const EMPTY_FILE = "The file is empty.";
export const NO_ROWS = "The file has a header and no rows below it.";
/** What is wrong with a row that is wider or narrower than the header. */
export const otherWidth = (cells: number, header: number) =>
  `It has ${pluralise(cells, "cell")}, and the header has ${header}.`;

/** Decodes UTF-8. @throws {LoadRefused} for anything else */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new LoadRefused([
      "The file is not UTF-8 text. If it is a spreadsheet, save it as CSV (UTF-8) and load that file.",
    ]);
  }
}

/**
 * Parses a CSV into its header and numbered rows, skipping empty rows.
 * @param maxLines - reads no further, so that a caller with a row limit need not hold millions of rows
 */
export function readCsv(text: string, maxLines?: number): Csv {
  // Empty lines count as rows, but trailing ones would keep Papa Parse from detecting a semicolon as separator
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { skipEmptyLines: false, preview: maxLines ?? 0 });
  const problems: RowProblem[] = errors
    .filter((error) => error.type === "Quotes")
    .map((error) => ({ row: (error.row ?? 0) + 1, column: null, reason: "A quotation mark is not closed." }));
  return asTable(data, problems);
}

/** Columns A to ZZ: more are hardly made by hand, and take very long to search. */
const MAX_COLUMNS = 702;
export const tooManyColumns = () =>
  new LoadRefused([`The file has more than ${MAX_COLUMNS} columns. Leave only those that are needed.`]);

/** Number of rows in which the header is looked for. */
const HEADER_SEARCH_ROWS = 20;

const total = /^(grand |sub-?)?totals?$|^(sum|average|mean)$/i;
const isFilled = (cell: string) => cell !== "";

/**
 * Splits rows of cells into header and body, skipping titles above and totals below, with a notice of each.
 * @throws {LoadRefused}
 */
export function asTable(data: readonly string[][], problems: RowProblem[] = []): Csv {
  const filled = data
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(isFilled));
  const noticed: string[] = [];
  const width = ({ cells }: CsvRow) => cells.filter(isFilled).length;
  const widest = Math.max(0, ...filled.slice(0, HEADER_SEARCH_ROWS).map(width));
  /** A title above the table, or a short line such as "Trust: QUH". */
  const isTitle = (row: CsvRow) => width(row) === 1 || width(row) * 2 < widest;
  const headerAt = filled.findIndex((row) => !isTitle(row));
  for (const { row } of filled.slice(0, Math.max(headerAt, 0))) noticed.push(`Row ${row} is a title, and is not read.`);
  const [first, ...below] = filled.slice(Math.max(headerAt, 0));
  if (!first) throw new LoadRefused([EMPTY_FILE]);
  const header = first.cells.slice(0, first.cells.findLastIndex(isFilled) + 1);
  if (header.length > MAX_COLUMNS) throw tooManyColumns();
  const rows = below.flatMap(({ row, cells }) => {
    const word = cells.find((cell) => total.test(cell));
    if (word) noticed.push(`Row ${row} says "${word}", and is not read: Leeway adds up by itself.`);
    const beyond = cells.slice(header.length).some(isFilled);
    const fits = beyond || cells.length <= header.length;
    return word ? [] : [{ row, cells: fits ? cells : cells.slice(0, header.length) }];
  });
  if (rows.length === 0) throw new LoadRefused([NO_ROWS]);
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice !== undefined) throw new LoadRefused([`The file has 2 columns named "${twice}". Rename one of them.`]);
  for (const { row, cells } of rows) {
    if (cells.length !== header.length) {
      const reason = otherWidth(cells.length, header.length);
      problems.push({ row, column: null, reason });
    }
    const strange = cells.findIndex((cell) => !isStorable(cell));
    if (strange >= 0) {
      problems.push({ row, column: header[strange] ?? null, reason: "It has a character that cannot be kept." });
    }
  }
  return { header, rows, problems, noticed };
}
