import { type Csv, readCsv } from "@/server/measures/load/csv";
import { plain } from "@/server/measures/load/number-cells";
import { parseDateCell } from "@/server/measures/load/period-cells";
import { LoadRefused } from "@/server/measures/load/refused";
import { MAX_MEGABYTES, MAX_ROWS, NOT_A_TABLE, tooManyRows } from "./limits";
import { readXlsx } from "./spreadsheet";

/** More lines than allowed are read, so that a file with too many rows is recognised; leaves room for titles and a header. */
const MOST_LINES = MAX_ROWS + 1_000;

/** Reads a chosen file as a table. The format is detected from its content, not its name. @throws {LoadRefused} */
export async function readChosenFile(bytes: Uint8Array): Promise<Csv> {
  if (bytes.length === 0) throw new LoadRefused(["The selected file is empty."]);
  if (bytes.length > MAX_MEGABYTES * 1024 * 1024) {
    throw new LoadRefused([`The selected file must be smaller than ${MAX_MEGABYTES}MB.`]);
  }
  if (startsWith(bytes, [0x50, 0x4b])) return checked(await readXlsx(bytes));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new LoadRefused(["The selected file is an old Excel file (XLS). Save it as XLSX and choose that file."]);
  }
  const { text, noticed } = decodedText(bytes);
  const csv = readCsv(text, MOST_LINES);
  return checked({ ...csv, noticed: [...noticed, ...csv.noticed] });
}

/** Longest column name accepted, in characters: longer text is not a header. */
const MAX_COLUMN_NAME = 200;

/** Reads rows copied from a spreadsheet: tab-separated cells. */
export const readPasted = (text: string): Csv => checked(readCsv(text, MOST_LINES));

function checked(csv: Csv): Csv {
  if (csv.rows.length > MAX_ROWS) throw tooManyRows();
  const result = csv.header.find((name) => plain.test(name) || parseDateCell(name)?.kind === "day");
  if (result !== undefined) {
    throw new LoadRefused([`The first row has "${result}". Put a row above it that names the columns.`]);
  }
  if (csv.header.some((name) => name.length > MAX_COLUMN_NAME)) {
    throw new LoadRefused(["The first row is a long text. Put a row above it that names the columns."]);
  }
  return { ...csv, header: csv.header.map((name, at) => name || `Column ${at + 1}`) };
}

/** Decodes UTF-8, UTF-16 or Windows-1252, the encodings that spreadsheets write; refuses binary content. */
function decodedText(bytes: Uint8Array): { text: string; noticed: string[] } {
  if (startsWith(bytes, [0xff, 0xfe])) return { text: new TextDecoder("utf-16le").decode(bytes), noticed: [] };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: new TextDecoder("utf-16be").decode(bytes), noticed: [] };
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) throw new LoadRefused([NOT_A_TABLE]);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), noticed: [] };
  } catch {
    const noticed = ["The file is read as Windows text. Check that letters with accents are right."];
    return { text: new TextDecoder("windows-1252").decode(bytes), noticed };
  }
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
