import { addDays, daysBetween, londonDay, londonInstant, startOfWeek } from "@/server/days";
import { dayInWords } from "@/server/format";

/** Every date in these records is written as if today were this Monday. */
export const worldToday = "2026-05-11";

/** A day in the records: "2026-05-08". */
export type WorldDay = `20${number}-${number}-${number}`;
/** A moment on London's clock in the records: "2026-05-08 16:20". */
export type WorldMoment = `${WorldDay} ${number}:${number}`;

/** Moves the records' dates by whole weeks, so that the world's today is the Monday of this week. */
export type Calendar = {
  weeksLater: number;
  day(of: string): string;
  /** ISO 8601 in UTC. */
  instant(of: string): string;
  /** A text with its days in braces, "until {2026-06-30}", said in words. */
  replaceDates(text: string): string;
};

export function calendarFor(now: Date): Calendar {
  const weeksLater = daysBetween(worldToday, startOfWeek(londonDay(now))) / 7;
  const day = (of: string) => addDays(of, 7 * weeksLater);
  return {
    weeksLater,
    day,
    instant: (of) => londonInstant(day(of.slice(0, 10)), of.slice(11)).toISOString(),
    replaceDates: (text) => text.replace(/\{(\d{4}-\d\d-\d\d)\}/g, (_, written: string) => dayInWords(day(written))),
  };
}
