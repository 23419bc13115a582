import Papa from "papaparse";
import { pluralise } from "@/server/format";
import { isStorable } from "@/server/text";
import { LoadRefused, type RowProblem } from "./refused";

export type CsvRow = { row: number; cells: string[] };
export type Csv = {
  header: string[];
  rows: CsvRow[];
  problems: RowProblem[];
  /** What is in the file and is not read, in sentences. */
  noticed: string[];
};

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

/**
 * The header and rows of a CSV, each row with its number; empty rows are passed over.
 * @param most - lines that are read and no more, so that whoever counts them need not hold millions
 */
export function readCsv(text: string, most?: number): Csv {
  // Empty lines count as rows, but the last ones would keep a semicolon from being seen as the separator
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { skipEmptyLines: false, preview: most ?? 0 });
  const problems: RowProblem[] = errors
    .filter((error) => error.type === "Quotes")
    .map((error) => ({ row: (error.row ?? 0) + 1, column: null, reason: "A quotation mark is not closed." }));
  return asTable(data, problems);
}

/** As many as A to ZZ: more is no table that people made, and looking through them takes for ever. */
const mostColumns = 702;
export const tooManyColumns = () =>
  new LoadRefused([`The file has more than ${mostColumns} columns. Leave only those that are needed.`]);

/** Rows in which the names of the columns are looked for. */
const LOOKED_AT = 20;

const total = /^(grand |sub-?)?totals?$|^(sum|average|mean)$/i;
const isFilled = (cell: string) => cell !== "";

/** Rows of cells as a header and what is below it: titles above and totals below are named and not read. */
export function asTable(data: readonly string[][], problems: RowProblem[] = []): Csv {
  const filled = data
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some(isFilled));
  const noticed: string[] = [];
  const width = ({ cells }: CsvRow) => cells.filter(isFilled).length;
  const widest = Math.max(0, ...filled.slice(0, LOOKED_AT).map(width));
  /** A title, or "Trust: QUH" above a table of 5 columns. */
  const isTitle = (row: CsvRow) => width(row) === 1 || width(row) * 2 < widest;
  const headerAt = filled.findIndex((row) => !isTitle(row));
  for (const { row } of filled.slice(0, Math.max(headerAt, 0))) noticed.push(`Row ${row} is a title, and is not read.`);
  const [first, ...below] = filled.slice(Math.max(headerAt, 0));
  if (!first) throw new LoadRefused(["The file is empty."]);
  const header = first.cells.slice(0, first.cells.findLastIndex(isFilled) + 1);
  if (header.length > mostColumns) throw tooManyColumns();
  const rows = below.flatMap(({ row, cells }) => {
    const word = cells.find((cell) => total.test(cell));
    if (word) noticed.push(`Row ${row} says "${word}", and is not read: Leeway adds up by itself.`);
    const beyond = cells.slice(header.length).some(isFilled);
    const fits = beyond || cells.length <= header.length;
    return word ? [] : [{ row, cells: fits ? cells : cells.slice(0, header.length) }];
  });
  if (rows.length === 0) throw new LoadRefused(["The file has a header and no rows below it."]);
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice !== undefined) throw new LoadRefused([`The file has 2 columns named "${twice}". Rename one of them.`]);
  for (const { row, cells } of rows) {
    if (cells.length !== header.length) {
      const reason = `It has ${pluralise(cells.length, "cell")}, and the header has ${header.length}.`;
      problems.push({ row, column: null, reason });
    }
    const strange = cells.findIndex((cell) => !isStorable(cell));
    if (strange >= 0) {
      problems.push({ row, column: header[strange] ?? null, reason: "It has a character that cannot be kept." });
    }
  }
  return { header, rows, problems, noticed };
}
