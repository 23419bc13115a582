import type { MeasureRhythm } from "@/db/vocabulary";
import { addDays, addMonths, startOfMonth, startOfWeek } from "@/server/days";
import { dayInWords, weekdayInWords } from "@/server/format";
import { periodInWords } from "./figures";

/** Periods by their first day: a day is itself, a week starts on Monday, a month on the 1st. */

/** The first day of the period that a day lies in. */
export function periodOf(on: string, rhythm: MeasureRhythm): string {
  if (rhythm === "day") return on;
  return rhythm === "month" ? startOfMonth(on) : startOfWeek(on);
}

/** The period so many after this one; before it, when the number is negative. */
export function periodAfter(periodOn: string, rhythm: MeasureRhythm, count = 1): string {
  if (rhythm === "month") return addMonths(periodOn, count);
  return addDays(periodOn, count * (rhythm === "week" ? 7 : 1));
}

export function lastDayOf(periodOn: string, rhythm: MeasureRhythm): string {
  return addDays(periodAfter(periodOn, rhythm), -1);
}

/** The newest period that is over. */
export function lastWholePeriod(today: string, rhythm: MeasureRhythm): string {
  return periodAfter(periodOf(today, rhythm), rhythm, -1);
}

/** Why nothing can be kept for this period, as a sentence; null when it can. One that has begun may be logged before it is over. */
export function problemWithPeriod(periodOn: string, rhythm: MeasureRhythm, today: string): string | null {
  if (periodOn < "1900-01-01") return "Choose a day after 1900.";
  if (periodOf(periodOn, rhythm) !== periodOn) {
    return rhythm === "week"
      ? `Weeks start on a Monday, and ${weekdayInWords(periodOn)} is not one.`
      : `Months start on the 1st, and ${dayInWords(periodOn)} does not.`;
  }
  if (periodOn > today) return `${sentenceStart(periodInWords(periodOn, rhythm))} has not begun yet.`;
  return null;
}

const sentenceStart = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * Which period a person most likely wants to log: the newest that is over, if it has no value yet; else the newest
 * without one, which may be under way; when all have one, the newest, to be corrected.
 */
export function periodToLog(offered: readonly string[], logged: ReadonlySet<string>, lastWhole: string): string {
  const newestFirst = offered.toSorted().reverse();
  const open = newestFirst.filter((on) => !logged.has(on));
  return open.includes(lastWhole) ? lastWhole : (open[0] ?? newestFirst[0] ?? lastWhole);
}
