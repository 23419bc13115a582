import { mean } from "./average";
import { averageMovingRange, movingRanges } from "./moving-ranges";
import type { SpcSettings } from "./settings";

/** 3 / d2 = 3 / 1.128, rounded as in the NHS tools. */
const WIDTH = 2.66;

export interface ProcessLimits {
  mean: number;
  lpl: number;
  upl: number;
  /** Two thirds of the way from mean to limit: beyond it a point is near the limit. */
  nearLpl: number;
  nearUpl: number;
}

/**
 * The process limits of an XmR chart: the range of ordinary variation.
 * @param values - two or more finite values of one baseline, oldest first, evenly sampled, in the measure's own unit
 * @returns mean ± 2.66 × mean moving range, in that unit; `lpl` may be below zero; the display caps it
 * @throws {RangeError} when there are fewer than two values or one is not finite
 * @example processLimits([10, 12, 11, 14, 9]) // mean 11.2, lpl 3.885, upl 18.515
 * @see NHSRplotthedots with screen_outliers off, as in the NHS England Excel tool
 */
export function processLimits(values: readonly number[]): ProcessLimits {
  if (values.length < 2) throw new RangeError("Process limits need 2 values or more");
  if (!values.every(Number.isFinite)) throw new RangeError("Process limits need finite values");
  return limitsAround(mean(values), averageMovingRange(movingRanges(values), "none"));
}

/** The limits of one part's baseline, which may have gaps; null without moving ranges, or where the settings exclude limits. */
export function limitsOf(values: readonly (number | null)[], settings: SpcSettings): ProcessLimits | null {
  const ranges = movingRanges(values);
  if (ranges.length === 0) return null;
  const steady = ranges.every((range) => range === 0);
  if (steady && settings.steadyLimits === "none" && settings.screening !== "none") return null;
  const average = averageMovingRange(ranges, steady ? "none" : settings.screening);
  return limitsAround(mean(values.filter((value) => value !== null)), average);
}

function limitsAround(centre: number, averageRange: number): ProcessLimits {
  const far = WIDTH * averageRange;
  const near = 2 * (WIDTH / 3) * averageRange;
  return { mean: centre, lpl: centre - far, upl: centre + far, nearLpl: centre - near, nearUpl: centre + near };
}
