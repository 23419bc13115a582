import type { MarkedPoint } from "./parts";
import type { SpcSettings } from "./settings";
import { markOutside, markShifts, markTrends, markTwoOfThree, type Signal } from "./special-causes";

/**
 * Sets every signal on each point. Expects counted points only: none left out, none in a part too short for limits. Only the
 * trend rule may span parts.
 */
export function markSignals(points: readonly MarkedPoint[], settings: SpcSettings): void {
  const byPart = () => stretches(points, (a, b) => a.part !== b.part);
  const byBaseline = () => stretches(points, (a, b) => a.part !== b.part || a.inBaseline !== b.inBaseline);
  markOutside(points, onto(points));
  for (const stretch of settings.trendAcrossParts ? [points] : byPart()) {
    const values = stretch.map((point) => point.value);
    markTrends(values, settings.trendLength, onto(stretch));
  }
  for (const stretch of settings.runsLeaveBaseline ? byPart() : byBaseline()) {
    markTwoOfThree(stretch, settings.twoOfThree, onto(stretch));
    markShifts(stretch, settings.shiftLength, onto(stretch));
  }
}

/** Adds each signal to the point at its index. */
export const onto = (points: readonly MarkedPoint[]) => (i: number, signal: Signal) => {
  const point = points[i];
  if (point) point.signals = point.signals.length === 0 ? [signal] : [...point.signals, signal];
};

/** Splits the points wherever two neighbours must be separated. */
function stretches(points: readonly MarkedPoint[], apart: (a: MarkedPoint, b: MarkedPoint) => boolean) {
  const found: (readonly MarkedPoint[])[] = [];
  let from = 0;
  for (let i = 1; i <= points.length; i++) {
    const [before, here] = [points[i - 1], points[i]];
    if (here && before && !apart(before, here)) continue;
    found.push(from === 0 && i === points.length ? points : points.slice(from, i));
    from = i;
  }
  return found;
}
