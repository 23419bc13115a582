import { dayInWords, londonDay } from "@/server/format";

/** The Monday that is "today" in the records: every date in them is written relative to it. */
export const worldToday = "2026-05-11";

/** A day in the records: "2026-05-08". */
export type WorldDay = `20${number}-${number}-${number}`;
/** A moment on London's clock in the records: "2026-05-08 16:20". */
export type WorldMoment = `${WorldDay} ${number}:${number}`;

/** Moves the records' dates by whole weeks, so that their "today" becomes the Monday of this week. */
export type Calendar = {
  weeksLater: number;
  day(worldDay: string): string;
  /** ISO 8601 in UTC. */
  instant(worldMoment: string): string;
  /** Writes out dates in braces: "until {2026-06-30}" becomes "until 30 June 2026", moved like the rest. */
  replaceDates(text: string): string;
};

export function calendarFor(now: Date): Calendar {
  const weeksLater = Math.round(
    (Date.parse(mondayOf(londonDay(now))) - Date.parse(worldToday)) / (7 * dayInMilliseconds),
  );
  const day = (worldDay: string) => daysAfter(worldDay, 7 * weeksLater);
  return {
    weeksLater,
    day,
    instant: (worldMoment) => londonToUtc(day(worldMoment.slice(0, 10)), worldMoment.slice(11)),
    replaceDates: (text) => text.replace(/\{(\d{4}-\d\d-\d\d)\}/g, (_, worldDay: string) => dayInWords(day(worldDay))),
  };
}

const dayInMilliseconds = 86_400_000;

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayInMilliseconds).toISOString().slice(0, 10);

function mondayOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return daysAfter(day, -weekday);
}

// The Swedish locale formats a date and time as "2026-05-08 16:20"
const londonClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "short",
});

function londonToUtc(day: string, time: string): string {
  const asIfUtc = Date.parse(`${day}T${time}Z`);
  const londonAtThatInstant = Date.parse(`${londonClock.format(asIfUtc).replace(" ", "T")}Z`);
  const offset = londonAtThatInstant - asIfUtc;
  return new Date(asIfUtc - offset).toISOString();
}
