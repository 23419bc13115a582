import Papa from "papaparse";
import type { chartData } from "./data";

type Told = Pick<ReturnType<typeof chartData>, "headline" | "subtitle" | "summary" | "notes" | "happenings" | "table">;

/**
 * The figures of a chart as a file for a spreadsheet: first what the page says, then the page's own table with its
 * figures as plain numbers. A byte order mark, so that Excel reads it as UTF-8; no cell can be taken for a formula.
 */
export function chartCsv({ headline, subtitle, summary, notes, happenings, table }: Told): string {
  const said = [
    headline,
    subtitle,
    summary,
    ...notes,
    ...happenings.map(({ label, sentence }) => `${label}: ${sentence}`),
  ];
  const rows = table.rows.map((row) => row.map((cell, at) => (at > 0 && at < table.wordsFrom ? plain(cell) : cell)));
  const lines = [...said.map((sentence) => [sentence]), [], [...table.head], ...rows];
  return `\ufeff${Papa.unparse(lines, { escapeFormulae: true })}\r\n`;
}

/** "1,234.5" as 1234.5; words stay words. */
function plain(cell: string): string | number {
  const number = Number(cell.replaceAll(",", ""));
  return cell === "" || Number.isNaN(number) ? cell : number;
}
