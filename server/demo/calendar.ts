import { dayInWords, londonDay } from "@/server/format";

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
  const weeksLater = Math.round(
    (Date.parse(mondayOf(londonDay(now))) - Date.parse(worldToday)) / (7 * dayInMilliseconds),
  );
  const day = (of: string) => daysAfter(of, 7 * weeksLater);
  return {
    weeksLater,
    day,
    instant: (of) => toUtc(day(of.slice(0, 10)), of.slice(11)),
    replaceDates: (text) => text.replace(/\{(\d{4}-\d\d-\d\d)\}/g, (_, written: string) => dayInWords(day(written))),
  };
}

const dayInMilliseconds = 86_400_000;

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayInMilliseconds).toISOString().slice(0, 10);

function mondayOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return daysAfter(day, -weekday);
}

// Sweden writes a moment as "2026-05-08 16:20"
const londonClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "short",
});

function toUtc(day: string, time: string): string {
  const asIfUtc = Date.parse(`${day}T${time}Z`);
  const shownThen = Date.parse(`${londonClock.format(asIfUtc).replace(" ", "T")}Z`);
  return new Date(2 * asIfUtc - shownThen).toISOString();
}
