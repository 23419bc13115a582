import { isDay } from "@/server/days";
import { dayInWords } from "@/server/format";

export type DateParts = { day: string; month: string; year: string };

const months = "january february march april may june july august september october november december".split(" ");

/** "2027-09-13" from the 3 boxes, undefined when all are empty; otherwise the typed text, which fails validation. */
export function dayFromParts({ day, month, year }: DateParts): string | undefined {
  const typed = [year, month, day].map((part) => part.replace(/[^\p{L}\p{N}]/gu, ""));
  if (typed.every((part) => part === "")) return undefined;
  const [y = "", m = "", d = ""] = typed;
  return [y, monthNumber(m), padded(d)].join("-");
}

export function partsFromDay(value: unknown): DateParts {
  const [year = "", month = "", day = ""] = typeof value === "string" ? value.split("-") : [];
  return { day: unpadded(day), month: unpadded(month), year };
}

/** What is wrong with the 3 boxes, in words; undefined when all are empty, which the schema checks. */
export function problemWithDay(value: unknown): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const { day, month, year } = partsFromDay(value);
  const missing = [!day && "a day", !month && "a month", !year && "a year"].filter(Boolean);
  if (missing.length > 0) return `The date must include ${missing.join(" and ")}`;
  if (!/^\d{4}$/.test(year)) return "The year must have 4 numbers, like 2027";
  return isDay(value) ? undefined : "The date must be a real date, like 13 9 2027";
}

/** "13 September 2027". */
export function dayShown(value: unknown) {
  return typeof value === "string" && isDay(value) ? dayInWords(value) : String(value);
}

/** The number of a month that was typed by name, such as "sep" or "September". */
function monthNumber(typed: string) {
  const name = typed.toLowerCase();
  const index = name.length < 3 ? -1 : months.findIndex((month) => month.startsWith(name));
  return padded(index < 0 ? typed : String(index + 1));
}

function padded(number: string) {
  return /^\d$/.test(number) ? `0${number}` : number;
}

function unpadded(number: string) {
  return number.replace(/^0(\d)$/, "$1");
}
