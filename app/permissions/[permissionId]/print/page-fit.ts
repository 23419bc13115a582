import { wordsWidth } from "@/app/ui/typeface/words-width";
import { listInWords } from "@/server/format";
import type { PermissionRecord } from "@/server/permissions/record/record";
import { type Sheet, sheetOf } from "@/server/permissions/record/sheet";

/** An A4 page within the margins of sheet.css, in points. */
const page = { width: 515, height: 779 };
const chartHeight = (page.width * 250) / 840;
/** The sizes of text that sheet.css has, in points. */
export const textSizes = [10.5, 10, 9.5, 9] as const;
const smallest = 9;
/** Where the typeface does not come, the widest font that is common takes a fifth more room. */
const widestFallback = 1.2;
const termWidth = 10.5;

type Around = { hasChart: boolean; foot: readonly string[] };

/** The record's sheet, and the largest text with which it is one page in any font; at the smallest more is left off. */
export function fitSheetToPage(record: PermissionRecord, foot: readonly string[]) {
  const hasChart = record.figures[0]?.points.some(({ value }) => value !== null) ?? false;
  const around = { hasChart, foot };
  const sheet = sheetOf(record);
  const textSize = textSizes.find((size) => fitsPage(sheet, size, around));
  if (textSize) return { sheet, textSize };
  return { sheet: sheetOf(record, (shorter) => fitsPage(shorter, smallest, around)), textSize: smallest };
}

/** What is not on the sheet, by name; empty where nothing is left off. */
export function leftOffInWords({ leftOff, wholeFollows }: Pick<Sheet, "leftOff" | "wholeFollows">): string {
  const where = wholeFollows ? "The whole words follow on the next page" : "Also in the record, left off for room";
  return leftOff.length === 0 ? "" : `${where}: ${listInWords(leftOff)}.`;
}

/** Whether a sheet is one page at most, line by line, by the sizes and spaces of sheet.css. */
export function fitsPage(sheet: Sheet, textSize: number, { hasChart, foot }: Around): boolean {
  const across = page.width / textSize; // in parts of the text's size, as all that follows
  const texts = (of: readonly string[], width = across) =>
    of.reduce((sum, text) => sum + lineCount(text, width) * 1.3 + 0.2, 0);
  const title = lineCount(sheet.title, across / 1.05) * 1.26 + 1.72 + 15 / textSize; // NHS gives an h1 15 pt below
  const headings = 3 * (1.15 * 1.2 + 1.15);
  const terms = sheet.terms.reduce((sum, { term, text }) => {
    return sum + Math.max(lineCount(term, termWidth, true), lineCount(text, across - termWidth)) * 1.3 + 0.2;
  }, 0.4);
  const lists = texts([...sheet.decided, ...sheet.happened], across - 1.1);
  const chart = hasChart ? lineCount(sheet.drawn, across, true) * 1.3 + 1.4 + chartHeight / textSize : 0;
  const footer = texts(foot) + 1.4;
  const paragraphs = texts([sheet.asked, leftOffInWords(sheet)].filter(Boolean));
  return (title + headings + terms + lists + chart + footer + paragraphs) * textSize <= page.height;
}

/** How many lines words take at most in any font, where a line is so many times as long as the text is high. */
export function lineCount(words: string, width: number, bold = false): number {
  const space = wordsWidth(" ", widestFallback, bold);
  let lines = 1;
  let used = 0;
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const wide = wordsWidth(word, widestFallback, bold);
    if (used > 0 && used + space + wide <= width) used += space + wide;
    else {
      // A word longer than a line goes on in the next one
      lines += (used > 0 ? 1 : 0) + Math.floor(wide / width);
      used = wide % width;
    }
  }
  return lines;
}
