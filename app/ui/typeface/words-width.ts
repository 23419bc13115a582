import { bold, characters, regular } from "./advance-widths";

const letters = [...characters];
const widthsOf = (widths: readonly number[]) => new Map(letters.map((letter, i) => [letter, (widths[i] ?? 0) / 1000]));
const regularWidths = widthsOf(regular);
const boldWidths = widthsOf(bold);

/** What the typeface does not have is drawn by a font that nobody knows: as wide as the widest, an emoji. */
const widestUnknown = 1.25;

/** How wide words are drawn in the typeface, in the same units as the text's size. */
export function wordsWidth(words: string, text: number, isBold = false): number {
  const widths = isBold ? boldWidths : regularWidths;
  let width = 0;
  for (const letter of words) width += widths.get(letter) ?? widestUnknown;
  return width * text;
}

/** Whether the typeface has all of the words, so that their width is known exactly. */
export function isMeasured(words: string): boolean {
  for (const letter of words) if (!regularWidths.has(letter)) return false;
  return true;
}
