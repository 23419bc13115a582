import { strToU8, zipSync } from "fflate";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const columnName = (at: number) => String.fromCharCode(65 + at);

/** A cell of a test spreadsheet: text, number, Excel day serial, percentage (`own`: custom format) or formula. */
export type MadeCell =
  | string
  | number
  | { day: number }
  | { percent: number; own?: boolean }
  | { formula: string; value: number };

/** A minimal XLSX file. */
export function madeXlsx(
  rows: readonly (readonly MadeCell[])[],
  { sheets = 1, beside = {} }: { sheets?: number; beside?: Record<string, string> } = {},
): Uint8Array {
  const cell = (made: MadeCell, at: number, row: number) => {
    const r = `${columnName(at)}${row + 1}`;
    if (typeof made === "string") return `<c r="${r}" t="inlineStr"><is><t>${escaped(made)}</t></is></c>`;
    if (typeof made === "number") return `<c r="${r}"><v>${made}</v></c>`;
    if ("day" in made) return `<c r="${r}" s="1"><v>${made.day}</v></c>`;
    if ("percent" in made) return `<c r="${r}" s="${made.own ? 3 : 2}"><v>${made.percent}</v></c>`;
    return `<c r="${r}"><f>${escaped(made.formula)}</f><v>${made.value}</v></c>`;
  };
  const body = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((made, at) => cell(made, at, row)).join("")}</row>`,
  );
  return madeZip(`<sheetData>${body.join("")}</sheetData>`, sheets, beside);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";

export function madeZip(sheetData: string, sheets = 1, beside: Record<string, string> = {}): Uint8Array {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  const files = {
    ...beside,
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${numbers.map((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")}<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      numbers.map((n) => [`xl/worksheets/sheet${n}.xml`, `<worksheet xmlns="${main}">${sheetData}</worksheet>`]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
