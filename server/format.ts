import { type Instant, londonClock, londonDay } from "./days";
import { memoize } from "./memoize";

/** Days, times, numbers and lists as text, for pages and the journal. */

const monthAlone = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long" });
/** Month names, formatted once: a chart formats hundreds of days. */
const months = Array.from({ length: 12 }, (_, month) => monthAlone.format(Date.UTC(2026, month, 1)));
const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long" });
/** "6 August 2026", from "2026-08-06". */
export const dayInWords = memoize((day: string) => {
  const date = midnightUtc(day);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
});

/** "Thursday 6 August 2026". */
export function weekdayInWords(day: string) {
  return `${weekday.format(midnightUtc(day))} ${dayInWords(day)}`;
}

/** "August 2026", from any day of it. */
export function monthInWords(day: string) {
  const date = midnightUtc(day.length === 7 ? `${day}-01` : day);
  return `${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "6 to 9 August 2026", with month and year once if they are the same. */
export function daysInWords(from: string, to: string) {
  if (from === to) return dayInWords(from);
  const start = dayInWords(from).split(" ");
  const end = dayInWords(to).split(" ");
  const first = start[2] !== end[2] ? start : start[1] !== end[1] ? start.slice(0, 2) : start.slice(0, 1);
  return `${first.join(" ")} to ${end.join(" ")}`;
}

/** A text with a full stop at its end, unless it ends with . ! ? or …, alone or before a closing quote. */
export function withFullStop(text: string) {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…]["'”’]?$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** "until the end of 31 March 2027": a permission holds for the whole of its last day. */
export function untilEndOf(day: string) {
  return `until the end of ${dayInWords(day)}`;
}

/** "6 days left"; on the last day itself it still holds. */
export function daysLeftInWords(days: number) {
  return days === 0 ? "today is its last day" : `${pluralise(days, "day")} left`;
}

/** "5pm", "5:30pm", "midday" or "midnight", on London's clock. */
export function timeInWords(instant: Instant) {
  const { hour, minute } = londonClock(instant);
  return clockTimeInWords(`${hour}:${minute}`);
}

/** "5pm", from "17:00". */
export function clockTimeInWords(time: string) {
  const [hour, minute] = time.split(":");
  if (minute === "00" && hour === "12") return "midday";
  if (minute === "00" && hour === "00") return "midnight";
  const twelve = Number(hour) % 12 || 12;
  return `${twelve}${minute === "00" ? "" : `:${minute}`}${Number(hour) < 12 ? "am" : "pm"}`;
}

/** "6 August 2026, 5:30pm". */
export function momentInWords(instant: Instant) {
  return `${dayInWords(londonDay(instant))}, ${timeInWords(instant)}`;
}

/** Formatters by number of decimals: creating one costs more than a hundred uses. */
const formatters = new Map<number, (value: number) => string>();

/** "1,000", "0.5", "12.3": a comma in thousands, and decimals only if not 0. */
export function formatNumber(value: number, decimals = 1) {
  let formatter = formatters.get(decimals);
  if (!formatter) {
    const format = new Intl.NumberFormat("en-GB", { maximumFractionDigits: decimals });
    formatter = memoize((value: number) => format.format(value).replace(/^-0$/, "0"));
    formatters.set(decimals, formatter);
  }
  return formatter(value);
}

/** "6 days", "1 day", "1,200 people" (pass the plural where it is not just an s). */
export function pluralise(count: number, one: string, many = `${one}s`) {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "Ravi", "Ravi and Ada", "Ravi, Ada and Tom". */
export function listInWords(names: readonly string[]) {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "A, B or C"; empty for none. */
export const listOfEither = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

/** "every week", from "Every week", for use within a sentence. */
export const uncapitalised = (words: string) => words.charAt(0).toLocaleLowerCase("en-GB") + words.slice(1);

/** "Almost certain", from "almost certain". */
export function sentenceCase(words: string) {
  return words.charAt(0).toLocaleUpperCase("en-GB") + words.slice(1);
}

function midnightUtc(day: string) {
  const date = new Date(`${day}T00:00:00Z`);
  // A day such as 30 February would otherwise roll over to March
  if (date.getUTCDate() !== Number(day.slice(8)) || day.length !== 10) throw new RangeError(`Not a day: ${day}`);
  return date;
}
