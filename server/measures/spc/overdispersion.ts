import { averageMovingRange, D2, movingRanges } from "./moving-ranges";
import { type ControlKind, centreAndSigma } from "./sigma";
import { type AttributeRow, subgroups } from "./subgroups";

/** Standard error of a sigma estimated from n moving ranges, times √n, for a true sigma of 1. */
const STRAYS = 0.9;

/**
 * Whether results are overdispersed: Laney's sigma z of the standardised results exceeds 1 by three standard errors. Based on
 * moving ranges, so that a lasting change of level does not count. Always false for rare events, whose limits are wider.
 */
export function isOverdispersed(kind: ControlKind, results: readonly AttributeRow[]): boolean {
  if (kind !== "p" && kind !== "u" && kind !== "c") return false;
  const groups = subgroups(results, "mean");
  const { values, centre, sigma } = centreAndSigma[kind]({
    part: groups,
    base: groups,
    known: null,
    screening: "none",
  });
  const standardised = values.map((value, i) => (value === null ? null : (value - centre) / sigma(i)));
  const ranges = movingRanges(standardised).filter(Number.isFinite);
  if (ranges.length === 0) return false;
  return averageMovingRange(ranges, "none") / D2 > 1 + (3 * STRAYS) / Math.sqrt(ranges.length);
}
