import { wordsWidth } from "@/app/ui/typeface/words-width";
import { listInWords } from "@/server/format";
import type { PermissionRecord } from "@/server/permissions/record/record";
import { type Sheet, sheetOf } from "@/server/permissions/record/sheet";

/** The printable area of an A4 page with the margins of sheet.css, in points. */
const page = { width: 515, height: 779 };
const chartHeight = (page.width * 250) / 840;
/** The text sizes of sheet.css, in points. */
export const textSizes = [10.5, 10, 9.5, 9] as const;
const smallestTextSize = 9;
/** If the typeface does not load: the widest common font is 20% wider. */
const widestFallbackFactor = 1.2;
/** Width of the column of terms, in em. */
const termWidth = 10.5;

type PageExtras = { hasChart: boolean; footer: readonly string[] };

/** The record's sheet and the largest text size at which it fits one page in any font; at the smallest, lines are left off. */
export function fitSheetToPage(record: PermissionRecord, footer: readonly string[]) {
  const hasChart = record.figures[0]?.points.some(({ value }) => value !== null) ?? false;
  const extras = { hasChart, footer };
  const sheet = sheetOf(record);
  const textSize = textSizes.find((size) => fitsPage(sheet, size, extras));
  if (textSize) return { sheet, textSize };
  return {
    sheet: sheetOf(record, (shorter) => fitsPage(shorter, smallestTextSize, extras)),
    textSize: smallestTextSize,
  };
}

/** Names what is left off the sheet; empty if nothing is. */
export function leftOffInWords({ leftOff, wholeFollows }: Pick<Sheet, "leftOff" | "wholeFollows">): string {
  const where = wholeFollows ? "The whole words follow on the next page" : "Also in the record, left off for room";
  return leftOff.length === 0 ? "" : `${where}: ${listInWords(leftOff)}.`;
}

/** Whether a sheet fits one page, by counting lines with the sizes and margins of sheet.css. */
export function fitsPage(sheet: Sheet, textSize: number, { hasChart, footer }: PageExtras): boolean {
  const lineWidth = page.width / textSize; // in em, as all that follows
  const linesHeight = (texts: readonly string[], width = lineWidth) =>
    texts.reduce((sum, text) => sum + lineCount(text, width) * 1.3 + 0.2, 0);
  const title = lineCount(sheet.title, lineWidth / 1.05) * 1.26 + 1.72 + 15 / textSize; // NHS gives an h1 15 pt below
  const headings = 3 * (1.15 * 1.2 + 1.15);
  const terms = sheet.terms.reduce((sum, { term, text }) => {
    return sum + Math.max(lineCount(term, termWidth, true), lineCount(text, lineWidth - termWidth)) * 1.3 + 0.2;
  }, 0.4);
  const lists = linesHeight([...sheet.decided, ...sheet.happened], lineWidth - 1.1);
  const chart = hasChart ? lineCount(sheet.drawn, lineWidth, true) * 1.3 + 1.4 + chartHeight / textSize : 0;
  const footerHeight = linesHeight(footer) + 1.4;
  const paragraphs = linesHeight([sheet.asked, leftOffInWords(sheet)].filter(Boolean));
  return (title + headings + terms + lists + chart + footerHeight + paragraphs) * textSize <= page.height;
}

/** The most lines a text takes in any font. @param width - of a line, in em */
export function lineCount(text: string, width: number, bold = false): number {
  const space = wordsWidth(" ", widestFallbackFactor, bold);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const wordWidth = wordsWidth(word, widestFallbackFactor, bold);
    if (used > 0 && used + space + wordWidth <= width) used += space + wordWidth;
    else {
      // A word longer than a line breaks across lines
      lines += (used > 0 ? 1 : 0) + Math.floor(wordWidth / width);
      used = wordWidth % width;
    }
  }
  return lines;
}
