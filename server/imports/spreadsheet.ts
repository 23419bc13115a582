import { strFromU8, Unzip, UnzipInflate, zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { asTable, type Csv, tooManyColumns } from "@/server/measures/load/csv";
import { plain } from "@/server/measures/load/number-cells";
import { LoadRefused } from "@/server/measures/load/refused";
import { MAX_ROWS, tooManyRows } from "./limits";
import { percentCells } from "./percent-cells";

/** A spreadsheet is a zip, and a small zip can unpack to more than there is memory for. 100,000 rows of 3 columns take 12. */
const mostUnpacked = 50 * 1024 * 1024;
const lastColumn = "ZZ";

/** The first sheet of an XLSX as a table: days as 2026-05-04, numbers as they are kept, formulas as what they came to. */
export async function readXlsx(bytes: Uint8Array): Promise<Csv> {
  const { safe, sheets, beside, isPercent } = unpackedSafely(bytes);
  const read = await readSheet(safe, { parseNumber: plainNumber }).catch(() => {
    throw new LoadRefused([
      "The selected file cannot be opened as a spreadsheet. Save it as CSV and choose that file.",
    ]);
  });
  const table = asTable(
    read.map((cells, row) => cells.map((cell, at) => (isPercent(row + 1, at) ? asPercent(cell) : asText(cell)))),
  );
  const first = sheets > 1 ? [`It has ${sheets} sheets, and the first is read.`] : [];
  return { ...table, noticed: [...first, ...leftAlone(beside), ...table.noticed] };
}

/** A spreadsheet that is unpacked already when it is handed over, and so is no larger than it was found to be. */
function unpackedSafely(bytes: Uint8Array) {
  const { files, beside } = unpacked(bytes);
  const safe = zipSync(files, { level: 0 }).buffer as ArrayBuffer;
  return { safe, sheets: countSheets(files), beside, isPercent: percentCells(files) };
}

const tooLargeOpened = () =>
  new LoadRefused([
    "The selected file is too large once it is opened. Leave only the columns that are needed, or save it as CSV.",
  ]);

/** What is in a spreadsheet beside its figures, and is never run or followed. */
function leftAlone(beside: readonly string[]): string[] {
  const has = (part: string) => beside.some((name) => name.startsWith(part));
  return [
    ...(has("xl/vbaProject") ? ["It has macros. They are not run."] : []),
    ...(has("xl/externalLinks/") ? ["It has links to other files. They are not followed."] : []),
  ];
}

/** Every file within, unpacked a little at a time so that it can be stopped; pictures and the like are passed over. */
function unpacked(bytes: Uint8Array): { files: Record<string, Uint8Array>; beside: string[] } {
  const files: Record<string, Uint8Array> = {};
  const beside: string[] = [];
  let size = 0;
  const unzip = new Unzip((file) => {
    if (!/\.(xml|rels)$/.test(file.name) || file.name.startsWith("xl/externalLinks/")) {
      beside.push(file.name);
      return;
    }
    if ((file.originalSize ?? 0) > mostUnpacked) throw tooLargeOpened(); // as it says itself; it may not tell the truth
    const parts: Uint8Array[] = [];
    file.ondata = (error, part, last) => {
      if (error) throw error;
      size += part.length;
      if (size > mostUnpacked) throw tooLargeOpened();
      parts.push(part);
      if (!last) return;
      const whole = Buffer.concat(parts.splice(0));
      if (file.name.startsWith("xl/worksheets/")) refuseHugeSheet(whole);
      files[file.name] = whole;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const step = 4 * 1024; // of which a thousand times as much can come
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
  if (!files["xl/workbook.xml"]) throw new LoadRefused(["The selected file must be a CSV or an Excel file (XLSX)."]);
  return { files, beside };
}

/** One cell at the far corner of a sheet would make a table of thousands of millions of empty ones. */
function refuseHugeSheet(sheet: Buffer): void {
  for (const [, column = "", row] of sheet.toString("latin1").matchAll(/<c r="([A-Z]+)(\d+)"/g)) {
    if (Number(row) > MAX_ROWS * 2) throw tooManyRows();
    if (column.length > lastColumn.length) throw tooManyColumns();
  }
}

const countSheets = (files: Record<string, Uint8Array>): number =>
  strFromU8(files["xl/workbook.xml"] ?? new Uint8Array()).match(/<sheet\b/g)?.length ?? 1;

/** 1.0E-2 is 0.01: a spreadsheet keeps numbers in a way that people do not write them. */
const plainNumber = (kept: string): string => {
  const value = Number(kept);
  return /e/i.test(kept) && Math.abs(value) < 1e15 ? value.toFixed(15).replace(/\.?0+$/, "") : kept;
};

/** 0.95 as the 95% that people see. */
function asPercent(cell: unknown): string {
  const kept = asText(cell);
  return plain.test(kept) ? `${Number((Number(kept) * 100).toPrecision(15))}%` : kept;
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().replace(/T00:00:00\.000Z$/, "") : String(cell);
}
