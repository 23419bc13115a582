import type { ReadAs } from "./read-as";
import { quoted } from "./refused";

/** Copied numbers may contain non-breaking spaces, zero-width characters and a typographic minus. */
const zeroWidth = /[\u200b-\u200f\u2060\ufeff]/g;
const spaces = /[\s\u00a0\u2000-\u200a\u202f]+/g;
export const tidied = (cell: string): string =>
  cell.replace(zeroWidth, "").replace(spaces, " ").replace("\u2212", "-").trim();

/** An unambiguous number. Every other notation below needs an answer first. */
export const plain = /^[-+]?(\d+(\.\d+)?|\.\d+)$/;
export const withCommas = /^[-+]?\d{1,3}([, ]\d{3})+(\.\d+)?$/;
/** 1.234 may mean 1,234 where the dot separates thousands. */
export const withOneDot = /^[-+]?\d{1,3}\.\d{3}$/;
export const withPercent = /^[-+]?(\d+(\.\d+)?|\.\d+) ?%$/;
/** A suppressed small number: <5 or *. */
export const hidden = /^([<≤] ?\d+|\*)$/;

export const notANumber = (written: string) => `${quoted(written)} is not a number such as 12 or 12.5.`;

/** The number in a cell, or an error sentence. Ambiguous notations are errors unless `as` says how to read them. */
export function readFigureCell(written: string, as: ReadAs | null): number | string {
  const cell = as ? tidied(written) : written;
  if (plain.test(cell)) {
    return withOneDot.test(cell) && as?.dots === "thousands" ? Number(cell.replace(".", "")) : Number(cell);
  }
  if (cell === "") {
    return as?.blanks === "none"
      ? 0
      : "It is empty. Leave the row out if there is no result, or write 0 if there was none.";
  }
  if (hidden.test(cell) && as?.small !== undefined) return as.small;
  if (/^[<>≤≥]/.test(cell) || hidden.test(cell)) return `${quoted(written)} hides a small number. Leave the row out.`;
  if (withCommas.test(cell) && as?.commas === "thousands") return Number(cell.replace(/[, ]/g, ""));
  if (/^[-+]?[\d,]+(\.\d+)?$/.test(cell)) return `${quoted(written)} has a comma. Write ${cell.replaceAll(",", "")}.`;
  if (withPercent.test(cell) && as?.percents === "numbers") return Number(cell.replace(/ ?%$/, ""));
  if (/%$/.test(cell)) {
    return `${quoted(written)} has a percent sign. Write how many in one column and out of how many in another.`;
  }
  return notANumber(written);
}
