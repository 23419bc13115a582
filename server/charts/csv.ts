import Papa from "papaparse";
import type { chartData } from "./data";

type ChartText = Pick<
  ReturnType<typeof chartData>,
  "headline" | "subtitle" | "summary" | "notes" | "happenings" | "table"
>;

/**
 * A chart as a CSV file: the page's sentences, then its table with plain numbers. With a byte order mark, so that Excel
 * reads it as UTF-8, and escaped so that no cell is a formula.
 */
export function chartCsv({ headline, subtitle, summary, notes, happenings, table }: ChartText): string {
  const sentences = [
    headline,
    subtitle,
    summary,
    ...notes,
    ...happenings.map(({ label, sentence }) => `${label}: ${sentence}`),
  ];
  const rows = table.rows.map((row) => row.map((cell, at) => (at > 0 && at < table.wordsFrom ? plain(cell) : cell)));
  const lines = [...sentences.map((sentence) => [sentence]), [], [...table.head], ...rows];
  return `\ufeff${Papa.unparse(lines, { escapeFormulae: true })}\r\n`;
}

/** "1,234.5" as 1234.5; other text unchanged. */
function plain(cell: string): string | number {
  const number = Number(cell.replaceAll(",", ""));
  return cell === "" || Number.isNaN(number) ? cell : number;
}
