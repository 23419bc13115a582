import {
  addDays as addDaysTo,
  addMonths as addMonthsTo,
  differenceInCalendarDays,
  eachDayOfInterval,
  isValid,
  parseISO,
  startOfISOWeek,
} from "date-fns";
import { memoize } from "@/server/memoize";

/** Calendar days as text ("2026-05-11"), which sorts and needs no time zone, and London's clock. */

/** A moment: a Date, an ISO string, or PostgreSQL's own writing of one ("2026-08-06 17:30:00+00"). */
export type Instant = Date | string;

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** Like date-fns's formatISO and parseISO but several times faster: a page handles thousands of days. */
const toDay = (date: Date): string =>
  `${String(date.getFullYear()).padStart(4, "0")}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

/** @throws {RangeError} for a day that is not in the calendar, such as 30 February */
function toDate(day: string): Date {
  const date = new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
  if (toDay(date) !== day) throw new RangeError(`Not a day: ${day}`);
  return date;
}

/** The day `count` days later, or earlier when negative. */
export const addDays = (day: string, count: number): string => toDay(addDaysTo(toDate(day), count));

/** The same day some months later, or that month's last day if it is shorter. */
export const addMonths = (day: string, count: number): string => toDay(addMonthsTo(toDate(day), count));

/** Number of days from the first day to the second; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => differenceInCalendarDays(toDate(to), toDate(from));

/** Every day from one to another, both included; empty when the second is earlier. */
export function eachDay(from: string, to: string): string[] {
  if (to < from) return [];
  return eachDayOfInterval({ start: toDate(from), end: toDate(to) }).map(toDay);
}

/** The Monday of a day's week. */
export const startOfWeek = (day: string): string => toDay(startOfISOWeek(toDate(day)));

export const startOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));

const londonFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

type LondonClock = Record<"year" | "month" | "day" | "hour" | "minute", string>;

/** The date and time in London at a moment. */
export function londonClock(instant: Instant): LondonClock {
  const moment = instant instanceof Date ? instant : parsePostgres(instant);
  return Object.fromEntries(londonFormat.formatToParts(moment).map(({ type, value }) => [type, value])) as LondonClock;
}

const parsePostgres = (text: string) => new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));

/** The London calendar day of a moment, as "2026-08-06". */
export function londonDay(instant: Instant): string {
  const { year, month, day } = londonClock(instant);
  return `${year}-${month}-${day}`;
}

/** The moment of a time ("16:20") in London on a day. */
export function londonInstant(day: string, time: string): Date {
  const inWinter = new Date(`${day}T${time}:00Z`);
  const { hour, minute } = londonClock(inWinter);
  return `${hour}:${minute}` === time ? inWinter : new Date(inWinter.getTime() - 3_600_000);
}

/** A moment in UTC to the microsecond, as the database writes it, so that both sort together: "2026-05-08T16:20:00.000000Z". */
export const sortableInstant = (moment: Date): string => moment.toISOString().replace("Z", "000Z");

/** The first moment after a day in London, sortable. */
export const endOfLondonDay = memoize(
  (day: string) => sortableInstant(londonInstant(addDays(day, 1), "00:00")),
  20_000,
);
