import { averageMovingRange, D2, movingRanges } from "./moving-ranges";
import { type ControlKind, centreAndSigma } from "./sigma";
import { type AttributeRow, subgroups } from "./subgroups";

/** How far an estimate of one sigma from moving ranges strays by chance, times the root of how many ranges there are. */
const STRAYS = 0.9;

/**
 * Whether neighbouring results differ by more than counting by chance explains: Laney's sigma of the standardised results,
 * beyond three times what chance does to it. From neighbours, so that a change for good is not taken for it. Of rare events
 * it says nothing: their limits allow for more.
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
