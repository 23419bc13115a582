import type { ChartKind, MeasureCounting } from "@/db/vocabulary";
import { formatNumber } from "@/server/format";
import { amount, type MeasureInWords } from "./figures";
import { problemWithEvent } from "./spc/kinds";

/** One contributor's result for one period: a value, or a numerator and denominator. */
export type Part = { value: number | null; numerator: number | null; denominator: number | null };
/** A part as sent: empty boxes are absent. */
export type SentPart = { [Figure in keyof Part]?: number | null };

export const isDivided = (counting: MeasureCounting): boolean => counting === "percentage" || counting === "ratio";

const MAX_FIGURE = 1e12;

export const OUT_OF_NOBODY = "Enter more than 0. Leave the period out if there was nobody";
export const moreThanItsWhole = (whole: number) =>
  `Enter ${formatNumber(whole, 4)} or fewer: it is a part of ${formatNumber(whole, 4)}`;

/** Error messages for a part, by box; empty when it is valid. */
export function problemsWithPart(
  counting: MeasureCounting,
  { value, numerator, denominator }: SentPart,
  chartKind: ChartKind = "XmR",
): Partial<Record<keyof Part, string>> {
  const tooLarge = [value, numerator, denominator].some((given) => Math.abs(given ?? 0) >= MAX_FIGURE);
  if (tooLarge) return { [isDivided(counting) ? "numerator" : "value"]: "Enter a smaller number" };
  if (!isDivided(counting)) {
    if (numerator != null || denominator != null) return { value: "This measure takes 1 number, not 2" };
    if (value == null) return { value: "Enter the result as a number. If it was none, enter 0" };
    const noEvent = problemWithEvent(chartKind, value);
    if (noEvent) return { value: noEvent };
    return counting === "count" && value < 0 ? { value: "Enter 0 or more" } : {};
  }
  if (value != null) return { numerator: "This measure takes 2 numbers: how many, and out of how many" };
  if (numerator == null || denominator == null) {
    return {
      ...(numerator == null && { numerator: "Enter how many. If it was none, enter 0" }),
      ...(denominator == null && { denominator: "Enter out of how many" }),
    };
  }
  if (numerator < 0) return { numerator: "Enter 0 or more" };
  if (denominator <= 0) return { denominator: OUT_OF_NOBODY };
  if (counting === "percentage" && numerator > denominator) {
    return { numerator: moreThanItsWhole(denominator) };
  }
  return {};
}

/** A sent part as stored. */
export const storedPart = ({ value, numerator, denominator }: SentPart): Part => ({
  value: value ?? null,
  numerator: numerator ?? null,
  denominator: denominator ?? null,
});

export const samePart = (a: Part, b: Part): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator;

/** "54 of 100", "12.5 hours". */
export function partInWords(part: Part, measure: Pick<MeasureInWords, "unit" | "decimals">): string {
  if (part.value !== null) return amount(part.value, measure, Math.max(measure.decimals, 4));
  return `${formatNumber(part.numerator ?? 0, 4)} of ${formatNumber(part.denominator ?? 0, 4)}`;
}
