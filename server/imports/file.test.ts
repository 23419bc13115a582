import { Zip, ZipDeflate, zipSync } from "fflate";
import { expect, test } from "vitest";
import { EMPTY_FILE, NO_ROWS, otherWidth } from "@/server/measures/load/csv";
import { notANumber, readFigureCell } from "@/server/measures/load/number-cells";
import { readChosenFile, readPasted } from "./file";
import { madeXlsx, madeZip } from "./testing";

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
const rowsOf = async (file: Uint8Array) => (await readChosenFile(file)).rows.map(({ cells }) => cells);

test("every bad file is met with its sentence", async () => {
  const many = `period,value\n${"2026-04-01,1\n".repeat(100_001)}`;
  const bad: [string, Uint8Array, string][] = [
    ["empty", new Uint8Array(), "The selected file is empty."],
    ["blank", bytes("\n \n"), EMPTY_FILE],
    ["headers only", bytes("period,value\n"), NO_ROWS],
    [
      "a picture called .csv",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      "must be a CSV or an Excel file (XLSX)",
    ],
    ["a zip of something else", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "The selected file"],
    ["old Excel", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), "Save it as XLSX"],
    ["too many rows", bytes(many), "more than 100,000 rows"],
    ["too large", new Uint8Array(10 * 1024 * 1024 + 1), "must be smaller than 10MB"],
    ["two columns of one name", bytes("period,value,value\n2026-04-01,1,2"), '2 columns named "value"'],
    ["no header", bytes("2026-04-01,12\n2026-05-01,13"), 'The first row has "2026-04-01"'],
    [
      "a cell at the far corner",
      madeZip('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      "100,000 rows",
    ],
    ["a picture called .xlsx", zipSync({ "picture.xml": new Uint8Array(9) }), "must be a CSV or an Excel file (XLSX)"],
    ["a spreadsheet cut off", madeXlsx([["period", "value"]]).slice(0, 700), "The selected file"],
    ["one line of a million cells", bytes("period,value,".repeat(500_000)), "more than 702 columns"],
    ["one line that is a document", bytes(`${"word ".repeat(1_800_000)}\n1`), "The first row is a long text."],
    ["a page of the web", bytes("<!doctype html><p>Sign in</p>"), NO_ROWS],
    ["too many columns", madeZip('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'), "702 columns"],
  ];
  for (const [what, file, sentence] of bad) {
    await expect(Promise.resolve(readChosenFile(file)), what).rejects.toThrow(sentence);
  }
});

/** A streamed zip, whose headers do not declare the uncompressed size. */
function streamedZip(name: string, megabytes: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => void parts.push(part));
  const file = new ZipDeflate(name);
  zip.add(file);
  for (let at = 1; at <= megabytes; at += 1) file.push(new Uint8Array(1024 * 1024).fill(32), at === megabytes);
  zip.end();
  return Buffer.concat(parts);
}

test("a small zip that unpacks to more than there is memory for is stopped, whether it says so or not", async () => {
  const tooLarge = "too large once it is opened";
  const bomb = madeZip(" ".repeat(60 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(1024 * 1024);
  await expect(readChosenFile(bomb)).rejects.toThrow(tooLarge);
  await expect(readChosenFile(streamedZip("xl/worksheets/sheet1.xml", 60))).rejects.toThrow(tooLarge);
});

test("a share that a spreadsheet shows with a percent sign is asked about as people see it", async () => {
  const shares = [{ percent: 0.95 }, { percent: 0.07, own: true }, { percent: 1 }, 0.5];
  const table = [
    ["period", ...shares.map((_, at) => `value ${at}`)],
    [{ day: 46_118 }, ...shares],
  ];
  expect(await rowsOf(madeXlsx(table))).toEqual([["2026-04-06", "95%", "7%", "100%", "0.5"]]);
});

test("macros are not run, links to other files are not followed, and it is said", async () => {
  const links = `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`;
  const beside = { "xl/vbaProject.bin": "Sub AutoOpen()", "xl/externalLinks/externalLink1.xml": links };
  const linked = { formula: "[1]Sheet1!$A$1", value: 12 };
  const { rows, noticed } = await readChosenFile(
    madeXlsx(
      [
        ["period", "value"],
        ["2026-04-06", linked],
      ],
      { beside },
    ),
  );
  expect(rows).toEqual([{ row: 2, cells: ["2026-04-06", "12"] }]);
  expect(noticed).toEqual(["It has macros. They are not run.", "It has links to other files. They are not followed."]);
});

test("lines end as they end on any machine; a cell that is a document is told by its beginning", async () => {
  for (const end of ["\r", "\n", "\r\n"]) {
    expect(await rowsOf(bytes(["period,value", "2026-04-01,1", "2026-05-01,2"].join(end)))).toEqual([
      ["2026-04-01", "1"],
      ["2026-05-01", "2"],
    ]);
  }
  expect(readFigureCell("word ".repeat(1_000_000), {})).toBe(
    notANumber("a cell").replace("a cell", `${"word ".repeat(11)}word …`),
  );
});

test("the encodings that spreadsheets write are read", async () => {
  const text = "period,org,value\n2026-04-01,Zoë,1";
  const expected = [["2026-04-01", "Zoë", "1"]];
  expect(await rowsOf(bytes(`\ufeff${text}`))).toEqual(expected);
  expect(await rowsOf(utf16(text))).toEqual(expected);
  expect(await rowsOf(new Uint8Array(Buffer.from(utf16(text)).swap16()))).toEqual(expected);
  const windows = await readChosenFile(new Uint8Array(Buffer.from(text, "latin1")));
  expect(windows.rows[0]?.cells).toEqual(expected[0]);
  expect(windows.noticed).toEqual(["The file is read as Windows text. Check that letters with accents are right."]);
});

test("a spreadsheet gives days, numbers as they are kept, and what formulas came to", async () => {
  const file = madeXlsx(
    [
      ["A&E, weekly figures"],
      ["Week starting", "Value", "RAG"],
      [{ day: 46_118 }, 12.5, "green"],
      [{ day: 46_125 }, { formula: "6*7", value: 42 }, "red"],
      ["Total", 54.5],
    ],
    { sheets: 2 },
  );
  const { header, rows, noticed } = await readChosenFile(file);
  expect(header).toEqual(["Week starting", "Value", "RAG"]);
  expect(rows).toEqual([
    { row: 3, cells: ["2026-04-06", "12.5", "green"] },
    { row: 4, cells: ["2026-04-13", "42", "red"] },
  ]);
  expect(noticed).toEqual([
    "It has 2 sheets, and the first is read.",
    "Row 1 is a title, and is not read.",
    'Row 5 says "Total", and is not read: Leeway adds up by itself.',
  ]);
});

test("what is copied from a spreadsheet has tabs; a formula is a text; a short row is named", () => {
  const { rows, problems } = readPasted('Month\tResult\t\nApr 2026\t=CMD|"/C calc"!A0\t\nMay 2026\n');
  expect(rows.map(({ cells }) => cells)).toEqual([["Apr 2026", '=CMD|"/C calc"!A0'], ["May 2026"]]);
  expect(problems).toEqual([{ row: 3, column: null, reason: otherWidth(1, 2) }]);
});
