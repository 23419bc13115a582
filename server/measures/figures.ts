import type { MeasureDirection, MeasureRhythm } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { dayInWords, formatNumber, monthInWords } from "@/server/format";
import { memoize } from "@/server/memoize";

/** The fields of a measure that sentences and charts need. */
export interface MeasureInWords {
  name: string;
  /** "%", "days", "people a week". */
  unit: string;
  direction: MeasureDirection;
  rhythm: MeasureRhythm;
  /** Number of decimals shown. */
  decimals: number;
}

/** "24 minutes", "54%", "1 day", "47 a week". */
export function amount(value: number, measure: Pick<MeasureInWords, "unit" | "decimals">, decimals = measure.decimals) {
  const shown = formatNumber(value, decimals);
  if (measure.unit === "%") return `${shown}%`;
  return measure.unit === "" ? shown : `${shown} ${shown === "1" ? singular(measure.unit) : measure.unit}`;
}

/** An amount within a sentence that names the period: "47 in the week to …", not "47 a week in the week to …". */
export function amountIn(
  value: number,
  { unit, decimals, rhythm }: Pick<MeasureInWords, "unit" | "decimals" | "rhythm">,
) {
  return amount(value, { unit: unit.replace(eachPeriod[rhythm], ""), decimals });
}
const eachPeriod: Record<MeasureRhythm, RegExp> = {
  day: /\s?\b(a|per) day$/,
  week: /\s?\b(a|per) week$/,
  month: /\s?\b(a|per) month$/,
};

/** A figure that was agreed, with every decimal it was agreed with. */
export const exactAmount = (value: number, unit: string) => amount(value, { unit, decimals: 15 });

function singular(unit: string) {
  const [first = "", ...rest] = unit.split(" ");
  const noun = first === "people" ? "person" : first.length > 2 ? first.replace(/s$/, "") : first;
  return [noun, ...rest].join(" ");
}

/** Decimals for the limits: one more than the measure's own when the limits lie close together. */
export function limitDecimals(measure: Pick<MeasureInWords, "decimals">, lpl: number, upl: number) {
  return measure.decimals + (upl - lpl < 12 * 10 ** -measure.decimals ? 1 : 0);
}

/** The possible range of values of this unit. Drawn limits and sentences are cut off there; rules use the uncut limits. */
export function naturalBounds(
  unit: string,
  values: readonly (number | null)[],
): { least: number | null; most: number | null } {
  const never = (outside: (value: number) => boolean) => values.every((value) => value === null || !outside(value));
  return {
    least: never((value) => value < 0) ? 0 : null,
    most: unit === "%" && never((value) => value > 100) ? 100 : null,
  };
}

export const periodNames: Record<MeasureRhythm, string> = { day: "days", week: "weeks", month: "months" };

/** "the week to 5 April 2026", "April 2026", "5 April 2026", from the period's first day. */
export function periodInWords(periodOn: string, rhythm: MeasureRhythm) {
  if (rhythm === "month") return monthInWords(periodOn);
  if (rhythm === "day") return dayInWords(periodOn);
  return `the week to ${dayInWords(lastDayOfWeek(periodOn))}`;
}

/** "in the week to 5 April 2026", "in April 2026", "on 5 April 2026". */
export function inPeriod(periodOn: string, rhythm: MeasureRhythm) {
  return `${rhythm === "day" ? "on" : "in"} ${periodInWords(periodOn, rhythm)}`;
}

/** The tick label: "5 April" or "April", with the year on a second line. */
export function periodTick(periodOn: string, rhythm: MeasureRhythm) {
  const words = dayInWords(rhythm === "week" ? lastDayOfWeek(periodOn) : periodOn).split(" ");
  const [day = "", month = "", year = ""] = words;
  return { short: rhythm === "month" ? month : `${day} ${month}`, year };
}

const lastDayOfWeek = memoize((firstDay: string) => addDays(firstDay, 6));
