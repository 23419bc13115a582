/** Ids of the built-in percent formats, "0%" and "0.00%". */
const builtIn = ["9", "10"];

type Files = Record<string, Uint8Array>;
const textOf = (files: Files, name: string) => Buffer.from(files[name] ?? []).toString("utf8");
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
/** Removes quoted and escaped text, in which a percent sign is literal. */
const unquoted = (format: string) => format.replace(/&quot;.*?&quot;|\\./g, "");

/**
 * Finds the cells of the first sheet that are shown with a percent sign: the file stores 0.95 where people see 95%, and the
 * questions on the page show what people see.
 */
export function percentCells(files: Files): (row: number, column: number) => boolean {
  const styles = percentStyles(textOf(files, "xl/styles.xml"));
  if (styles.size === 0) return () => false;
  const cells = new Set<string>();
  for (const [tag, name] of textOf(files, firstSheet(files)).matchAll(/<c r="([A-Z]+\d+)"[^>]*>/g)) {
    if (name && styles.has(attribute(tag, "s") ?? "")) cells.add(name);
  }
  return (row, column) => cells.has(`${lettersOf(column)}${row}`);
}

/** Indexes of the cell styles with a percent format. */
function percentStyles(styles: string): Set<string> {
  const made = [...styles.matchAll(/<numFmt\b[^>]*>/g)].filter(([tag]) =>
    unquoted(attribute(tag, "formatCode") ?? "").includes("%"),
  );
  const formats = new Set([...builtIn, ...made.map(([tag]) => attribute(tag, "numFmtId"))]);
  const [cells = ""] = /<cellXfs\b.*?<\/cellXfs>/s.exec(styles) ?? [];
  const places = [...cells.matchAll(/<xf\b[^>]*>/g)].map(
    ([tag], at) => [String(at), attribute(tag, "numFmtId")] as const,
  );
  return new Set(places.filter(([, format]) => formats.has(format)).map(([at]) => at));
}

function firstSheet(files: Files): string {
  const [sheet = ""] = /<sheet\b[^>]*>/.exec(textOf(files, "xl/workbook.xml")) ?? [];
  const id = attribute(sheet, "r:id");
  const relations = textOf(files, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b[^>]*>/g);
  const target = [...relations].map(([tag]) => tag).find((tag) => attribute(tag, "Id") === id);
  const path = attribute(target ?? "", "Target") ?? "worksheets/sheet1.xml";
  return path.startsWith("/") ? path.slice(1) : `xl/${path}`;
}

/** Column letters from a 0-based index: 0 is A, 26 is AA. */
function lettersOf(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return `${before < 0 ? "" : lettersOf(before)}${String.fromCharCode(65 + (column % 26))}`;
}
