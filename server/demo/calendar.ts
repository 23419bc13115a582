import { addDays, daysBetween, londonDay, londonInstant, startOfWeek } from "@/server/days";
import { dayInWords } from "@/server/format";

/** "Today" in the records, a Monday: all their dates are relative to it. */
export const worldToday = "2026-05-11";

/** A day in the records: "2026-05-08". */
export type WorldDay = `20${number}-${number}-${number}`;
/** A time in London in the records: "2026-05-08 16:20". */
export type WorldMoment = `${WorldDay} ${number}:${number}`;

/** Moves the records' dates by whole weeks, so that their "today" becomes this week's Monday. */
export type Calendar = {
  weeksLater: number;
  /** The real day in London: that Monday or one of the 6 days after it. */
  today: string;
  day(worldDay: string): string;
  /** ISO 8601 in UTC. */
  instant(worldMoment: string): string;
  /** Replaces dates in braces, moved like the rest: "until {2026-06-30}" becomes "until 30 June 2026". */
  replaceDates(text: string): string;
};

export function calendarFor(now: Date): Calendar {
  const today = londonDay(now);
  const weeksLater = daysBetween(worldToday, startOfWeek(today)) / 7;
  const day = (worldDay: string) => addDays(worldDay, 7 * weeksLater);
  return {
    weeksLater,
    today,
    day,
    instant: (worldMoment) => londonInstant(day(worldMoment.slice(0, 10)), worldMoment.slice(11)).toISOString(),
    replaceDates: (text) => text.replace(/\{(\d{4}-\d\d-\d\d)\}/g, (_, worldDay: string) => dayInWords(day(worldDay))),
  };
}
