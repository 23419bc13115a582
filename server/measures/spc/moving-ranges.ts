import { mean } from "./average";
import type { Screening } from "./settings";

/** Screening excludes moving ranges of at least this multiple of their average (Nelson 1982). */
const SCREEN = 3.267;

/** d2 for n = 2: the mean range of two normal values, in sigma. */
export const D2 = 1.128;

/** Absolute differences between neighbours; none to or from a missing value. */
export function movingRanges(values: readonly (number | null)[]): number[] {
  const ranges: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const [before, here] = [values[i - 1], values[i]];
    if (before != null && here != null) ranges.push(Math.abs(here - before));
  }
  return ranges;
}

/** The average moving range; NaN without ranges. Screening is a single pass, as in the reference tools. */
export function averageMovingRange(ranges: readonly number[], screening: Screening): number {
  const average = mean(ranges);
  if (screening === "none") return average;
  return mean(ranges.filter((range) => range < SCREEN * average));
}
