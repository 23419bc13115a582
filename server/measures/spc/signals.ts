import type { JudgedPoint } from "./parts";
import type { SpcSettings } from "./settings";
import { markOutside, markShifts, markTrends, markTwoOfThree, type Signal } from "./special-causes";

/**
 * Writes onto each point every signal it has. The points given are those that count: none left out, none of a part too
 * short for limits. No rule but the trend ever looks across a part's edge.
 */
export function markSignals(points: readonly JudgedPoint[], settings: SpcSettings): void {
  const byPart = stretches(points, (a, b) => a.part !== b.part);
  const byBaseline = stretches(points, (a, b) => a.part !== b.part || a.inBaseline !== b.inBaseline);
  markOutside(points, onto(points));
  for (const stretch of settings.trendAcrossParts ? [points] : byPart) {
    const values = stretch.map((point) => point.value);
    markTrends(values, settings.trendLength, onto(stretch));
  }
  for (const stretch of settings.runsLeaveBaseline ? byPart : byBaseline) {
    markTwoOfThree(stretch, settings.twoOfThree, onto(stretch));
    markShifts(stretch, settings.shiftLength, onto(stretch));
  }
}

const onto = (points: readonly JudgedPoint[]) => (i: number, signal: Signal) => points[i]?.signals.push(signal);

/** Cuts the points wherever two neighbours are to be kept apart. */
function stretches(points: readonly JudgedPoint[], apart: (a: JudgedPoint, b: JudgedPoint) => boolean) {
  const found: JudgedPoint[][] = [];
  for (const point of points) {
    const stretch = found.at(-1);
    const before = stretch?.at(-1);
    if (!stretch || !before || apart(before, point)) found.push([point]);
    else stretch.push(point);
  }
  return found;
}
