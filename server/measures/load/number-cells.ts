import type { ReadAs } from "./read-as";
import { quoted } from "./refused";

/** Spaces of every kind within a number come with copying, and so do marks that nobody sees and a printed minus. */
const unseen = /[\u200b-\u200f\u2060\ufeff]/g;
const spaces = /[\s\u00a0\u2000-\u200a\u202f]+/g;
export const tidied = (cell: string): string =>
  cell.replace(unseen, "").replace(spaces, " ").replace("\u2212", "-").trim();

/** A number as it stands; in every other way a cell may be written, something has to be known first. */
export const plain = /^[-+]?(\d+(\.\d+)?|\.\d+)$/;
export const withCommas = /^[-+]?\d{1,3}([, ]\d{3})+(\.\d+)?$/;
/** 1.234 could be 1,234 as people write it in other countries. */
export const withOneDot = /^[-+]?\d{1,3}\.\d{3}$/;
export const withPercent = /^[-+]?(\d+(\.\d+)?|\.\d+) ?%$/;
/** A small number that was hidden before the file was made: <5, or a star. */
export const hidden = /^([<≤] ?\d+|\*)$/;

/** The number in a cell, or why there is none. What could mean two things is refused until somebody says which. */
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
  return `${quoted(written)} is not a number such as 12 or 12.5.`;
}
