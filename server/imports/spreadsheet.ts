import { strFromU8, Unzip, UnzipInflate, zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { asTable, type Csv, tooManyColumns } from "@/server/measures/load/csv";
import { plain } from "@/server/measures/load/number-cells";
import { LoadRefused } from "@/server/measures/load/refused";
import { MAX_ROWS, NOT_A_TABLE, tooManyRows } from "./limits";
import { percentCells } from "./percent-cells";

/** Uncompressed size limit in bytes, against zip bombs. 100,000 rows of 3 columns take 12 MB. */
const MAX_UNPACKED = 50 * 1024 * 1024;
const lastColumn = "ZZ";

/** Reads the first sheet of an XLSX: days as 2026-05-04, numbers as stored, formulas as their stored results. */
export async function readXlsx(bytes: Uint8Array): Promise<Csv> {
  const { safe, sheets, skipped, isPercent } = unpackedSafely(bytes);
  const read = await readSheet(safe, { parseNumber: plainNumber }).catch(() => {
    throw new LoadRefused([
      "The selected file cannot be opened as a spreadsheet. Save it as CSV and choose that file.",
    ]);
  });
  const table = asTable(
    read.map((cells, row) => cells.map((cell, at) => (isPercent(row + 1, at) ? asPercent(cell) : asText(cell)))),
  );
  const first = sheets > 1 ? [`It has ${sheets} sheets, and the first is read.`] : [];
  return { ...table, noticed: [...first, ...skippedInWords(skipped), ...table.noticed] };
}

/** Repacks the checked files uncompressed, so that the reading library cannot unpack more than was checked. */
function unpackedSafely(bytes: Uint8Array) {
  const { files, skipped } = unpacked(bytes);
  const safe = zipSync(files, { level: 0 }).buffer as ArrayBuffer;
  return { safe, sheets: countSheets(files), skipped, isPercent: percentCells(files) };
}

const tooLargeOpened = () =>
  new LoadRefused([
    "The selected file is too large once it is opened. Leave only the columns that are needed, or save it as CSV.",
  ]);

/** Sentences about macros and external links, which are ignored. */
function skippedInWords(skipped: readonly string[]): string[] {
  const has = (part: string) => skipped.some((name) => name.startsWith(part));
  return [
    ...(has("xl/vbaProject") ? ["It has macros. They are not run."] : []),
    ...(has("xl/externalLinks/") ? ["It has links to other files. They are not followed."] : []),
  ];
}

/** Unpacks the XML files in small steps, so that it can stop at the size limit; skips pictures and other files. */
function unpacked(bytes: Uint8Array): { files: Record<string, Uint8Array>; skipped: string[] } {
  const files: Record<string, Uint8Array> = {};
  const skipped: string[] = [];
  let size = 0;
  const unzip = new Unzip((file) => {
    if (!/\.(xml|rels)$/.test(file.name) || file.name.startsWith("xl/externalLinks/")) {
      skipped.push(file.name);
      return;
    }
    if ((file.originalSize ?? 0) > MAX_UNPACKED) throw tooLargeOpened(); // the declared size, which may be wrong
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, last) => {
      if (error) throw error;
      size += part.length;
      if (size > MAX_UNPACKED) throw tooLargeOpened();
      parts.push(part);
      if (!last) return;
      const whole = Buffer.concat(parts.splice(0));
      if (file.name.startsWith("xl/worksheets/")) refuseHugeSheet(whole);
      files[file.name] = whole;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const step = 4 * 1024; // may unpack to a thousand times as much
  try {
    for (let from = 0; from < bytes.length; from += step) {
      unzip.push(bytes.subarray(from, from + step), from + step >= bytes.length);
    }
  } catch (error) {
    if (error instanceof LoadRefused) throw error;
    throw new LoadRefused([
      "The selected file cannot be opened. It may be damaged. Save it again and choose it again.",
    ]);
  }
  if (!files["xl/workbook.xml"]) throw new LoadRefused([NOT_A_TABLE]);
  return { files, skipped };
}

/** Refuses a sheet whose furthest cell would make the reader build billions of empty cells. */
function refuseHugeSheet(sheet: Buffer): void {
  for (const [, column = "", row] of sheet.toString("latin1").matchAll(/<c r="([A-Z]+)(\d+)"/g)) {
    if (Number(row) > MAX_ROWS * 2) throw tooManyRows();
    if (column.length > lastColumn.length) throw tooManyColumns();
  }
}

const countSheets = (files: Record<string, Uint8Array>): number =>
  strFromU8(files["xl/workbook.xml"] ?? new Uint8Array()).match(/<sheet\b/g)?.length ?? 1;

/** Scientific notation as a plain decimal: 1.0E-2 as 0.01. */
const plainNumber = (stored: string): string => {
  const value = Number(stored);
  return /e/i.test(stored) && Math.abs(value) < 1e15 ? value.toFixed(15).replace(/\.?0+$/, "") : stored;
};

/** 0.95 as "95%". */
function asPercent(cell: unknown): string {
  const stored = asText(cell);
  return plain.test(stored) ? `${Number((Number(stored) * 100).toPrecision(15))}%` : stored;
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, "") : String(cell);
}
