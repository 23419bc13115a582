import { londonDay } from "@/server/format";
import { memoize } from "@/server/memoize";

const hour = 3_600_000;

/** The first moment after a day in London, as ISO 8601 in UTC to the microsecond: 23:00 or 24:00 in UTC, by the season. */
export const endOfLondonDay = memoize((day: string) => {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * hour;
  const earlier = new Date(midnight - hour);
  return microseconds(londonDay(earlier) === day ? new Date(midnight) : earlier);
}, 20_000);

/** A moment written so that it sorts beside the database's: "2026-05-08T16:20:00.000000Z". */
export const microseconds = (moment: Date): string => moment.toISOString().replace("Z", "000Z");

const oneDay = 24 * hour;

/** Every day from one to another, both included. */
export function daysFrom(fromOn: string, endsOn: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(fromOn); at <= Date.parse(endsOn); at += oneDay)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** The day so many days later; earlier, when the number is negative. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * oneDay).toISOString().slice(0, 10);
