import type { MeasureRhythm } from "@/db/vocabulary";
import { periodOf, problemWithPeriod } from "@/server/measures/periods";
import type { ReadAs } from "./read-as";
import { quoted } from "./refused";

/** A parsed date cell: a day, a month, an Excel serial, or a date whose day and month order is ambiguous. */
export type DateCell =
  | { kind: "day" | "month" | "serial"; on: string }
  | { kind: "slashed"; first: number; second: number; year: number };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The ISO day, or null when the date does not exist. */
export function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

const fullYear = (written: string) => (written.length === 2 ? 2000 + Number(written) : Number(written));
const monthNamed = (name: string) => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

export function parseDateCell(cell: string): DateCell | null {
  const day = (on: string | null): DateCell | null => (on ? { kind: "day", on } : null);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(cell);
  if (iso) return day(realDay(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -](\d{4}|\d{2})$/i.exec(cell);
  if (named?.[2] && named[3]) return day(realDay(fullYear(named[3]), monthNamed(named[2]), Number(named[1])));
  const month = /^([a-z]{3,9})[ -](\d{4}|\d{2})$/i.exec(cell);
  const [year, number] = month?.[1] && month[2] ? [fullYear(month[2]), monthNamed(month[1])] : monthIn(cell);
  const on = number ? realDay(year, number, 1) : null;
  if (on) return { kind: "month", on };
  const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(cell);
  if (slashed?.[4]) {
    return { kind: "slashed", first: Number(slashed[1]), second: Number(slashed[3]), year: fullYear(slashed[4]) };
  }
  if (/^\d{5}$/.test(cell)) return { kind: "serial", on: dayOfSerial(Number(cell)) };
  return null;
}

const monthIn = (cell: string): [number, number] => {
  const written = /^(\d{4})-(\d{2})$/.exec(cell);
  return written ? [Number(written[1]), Number(written[2])] : [0, 0];
};

/** The ISO day of an Excel serial number, counted from 30 December 1899. */
export const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);

type Rhythm = { rhythm: MeasureRhythm; today: string };

/** The period in a cell, or an error sentence. */
export function readPeriodCell(
  cell: string,
  { rhythm, today }: Rhythm,
  as: ReadAs | null,
): { on: string } | { why: string } {
  const unclear = `${quoted(cell)} is not a day written like 2026-05-04.`;
  if (cell === "") return { why: "It is empty. Write the first day of the period, such as 2026-05-04." };
  if (!as && !/^\d{4}-\d{2}-\d{2}$/.test(cell)) return { why: unclear };
  const date = parseDateCell(cell);
  if (!date) return { why: unclear };
  if (date.kind === "serial" && as?.serials !== "days") return { why: unclear };
  if (date.kind === "month" && rhythm !== "month") {
    return { why: `${quoted(cell)} names a month, and there is a result each ${rhythm}.` };
  }
  const day = date.kind === "slashed" ? dayInOrder(date, as) : date.on;
  if (day === null)
    return { why: as?.days ? `${quoted(cell)} is no day where the ${as.days.split(" ")[0]} comes first.` : unclear };
  const on = as?.inside === "its period" ? periodOf(day, rhythm) : day;
  const why = problemWithPeriod(on, rhythm, today);
  return why ? { why } : { on };
}

function dayInOrder({ first, second, year }: Extract<DateCell, { kind: "slashed" }>, as: ReadAs | null): string | null {
  if (!as?.days) return null;
  return as.days === "day first" ? realDay(year, second, first) : realDay(year, first, second);
}
