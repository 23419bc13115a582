import { mean } from "./average";
import type { Screening } from "./settings";

/** A moving range at or beyond this many times the average is left out when ranges are screened (Nelson 1982). */
const SCREEN = 3.267;

/** The mean range of two normal values, in sigma. */
export const D2 = 1.128;

/** The steps between neighbours; a missing value loses both the step to it and the step from it. */
export function movingRanges(values: readonly (number | null)[]): number[] {
  const ranges: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const [before, here] = [values[i - 1], values[i]];
    if (before != null && here != null) ranges.push(Math.abs(here - before));
  }
  return ranges;
}

/** The average moving range: NaN without any range. Screening is one pass, as in the reference tools. */
export function averageMovingRange(ranges: readonly number[], screening: Screening): number {
  const average = mean(ranges);
  if (screening === "none") return average;
  return mean(ranges.filter((range) => range < SCREEN * average));
}
