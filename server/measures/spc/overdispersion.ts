import { averageMovingRange, D2, movingRanges } from "./moving-ranges";
import { centreAndSigma } from "./sigma";
import { subgroups } from "./subgroups";

type Counted = { count: number; outOf?: number };

/** How far an estimate of one sigma from moving ranges strays by chance, times the root of how many ranges there are. */
const STRAYS = 0.9;

/**
 * Whether neighbouring results differ by more than counting by chance explains: Laney's sigma of the standardised results,
 * beyond three times what chance does to it. From neighbours, so that a change for good is not taken for it.
 */
export function isOverdispersed(kind: "p" | "u" | "c", results: readonly Counted[]): boolean {
  const groups = subgroups(
    results.map((result, at) => ({ at, ...result })),
    "sum",
  );
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
