import type { MeasureRhythm } from "@/db/vocabulary";
import { addDays, addMonths, startOfMonth, startOfWeek } from "@/server/days";
import { dayInWords, weekdayInWords } from "@/server/format";
import { memoize } from "@/server/memoize";
import { periodInWords } from "./figures";

/** A period is identified by its first day: weeks start on Monday, months on the 1st. */

/** The first day of the period that contains a day. */
export function periodOf(on: string, rhythm: MeasureRhythm): string {
  if (rhythm === "day") return on;
  return rhythm === "month" ? startOfMonth(on) : startOfWeek(on);
}

/** Each series asks for the period after every one of its thousands. */
const next = {
  day: memoize((on: string) => addDays(on, 1), 20_000),
  week: memoize((on: string) => addDays(on, 7), 20_000),
  month: memoize((on: string) => addMonths(on, 1), 20_000),
};

/** The period `count` periods after this one, or before it when negative. */
export function periodAfter(periodOn: string, rhythm: MeasureRhythm, count = 1): string {
  if (count === 1) return next[rhythm](periodOn);
  if (rhythm === "month") return addMonths(periodOn, count);
  return addDays(periodOn, count * (rhythm === "week" ? 7 : 1));
}

export function lastDayOf(periodOn: string, rhythm: MeasureRhythm): string {
  return addDays(periodAfter(periodOn, rhythm), -1);
}

/** The latest period that has ended. */
export function lastWholePeriod(today: string, rhythm: MeasureRhythm): string {
  return periodAfter(periodOf(today, rhythm), rhythm, -1);
}

/**
 * An error sentence when no result can be logged for this period; null when one can. A period may be logged once it has
 * begun.
 */
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
 * The period a person most likely wants to log: the latest that has ended, if it has no value; else the latest without a
 * value, even if under way; else the latest, to be corrected.
 */
export function periodToLog(offered: readonly string[], logged: ReadonlySet<string>, lastWhole: string): string {
  const newestFirst = offered.toSorted().reverse();
  const open = newestFirst.filter((on) => !logged.has(on));
  return open.includes(lastWhole) ? lastWhole : (open[0] ?? newestFirst[0] ?? lastWhole);
}
