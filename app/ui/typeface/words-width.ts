import { bold, characters, regular } from "./advance-widths";

const letters = [...characters];
const widthsOf = (widths: readonly number[]) => new Map(letters.map((letter, i) => [letter, (widths[i] ?? 0) / 1000]));
const regularWidths = widthsOf(regular);
const boldWidths = widthsOf(bold);

/** Characters that the typeface lacks are drawn in an unknown font: assume the widest, an emoji. */
const widestUnknown = 1.25;

/** The width of a text in the typeface, in the units of the text's size. */
export function wordsWidth(words: string, text: number, isBold = false): number {
  const widths = isBold ? boldWidths : regularWidths;
  let width = 0;
  for (const letter of words) width += widths.get(letter) ?? widestUnknown;
  return width * text;
}

/** Whether the typeface has every character, so that the width is exact. */
export function isMeasured(words: string): boolean {
  for (const letter of words) if (!regularWidths.has(letter)) return false;
  return true;
}
