import type { Firmness } from "./firmness";
import type { SpcSettings } from "./settings";
import { markOutside, markShifts, markTrends, markTwoOfThree, type Position, type Signal } from "./special-causes";

interface Judged extends Position {
  value: number | null;
  leftOut: boolean;
  part: number;
  inBaseline: boolean;
}

/** Every signal of every point. Left-out points take no part; no rule but the trend ever looks across a part's edge. */
export function signalsOf(
  points: readonly Judged[],
  firmnessOf: (part: number) => Firmness,
  settings: SpcSettings,
): Signal[][] {
  const signals: Signal[][] = points.map(() => []);
  // A part too short for limits is a run chart: its rules judge the series, never a point.
  const counted = points.flatMap((p, i) => (p.leftOut || firmnessOf(p.part) === "run chart" ? [] : [i]));
  const at = (i: number) => points[i] as Judged;
  const stretches = (apart: (a: Judged, b: Judged) => boolean) => {
    const found: number[][] = [];
    for (const i of counted) {
      const stretch = found.at(-1);
      const before = stretch?.at(-1);
      if (!stretch || before === undefined || apart(at(before), at(i))) found.push([i]);
      else stretch.push(i);
    }
    return found;
  };
  const marker = (stretch: number[]) => (k: number, signal: Signal) => signals[stretch[k] ?? -1]?.push(signal);

  const whole = stretches(() => false);
  const byPart = stretches((a, b) => a.part !== b.part);
  const byBaseline = stretches((a, b) => a.part !== b.part || a.inBaseline !== b.inBaseline);
  for (const stretch of whole) markOutside(stretch.map(at), marker(stretch));
  for (const stretch of settings.trendAcrossParts ? whole : byPart) {
    markTrends(
      stretch.map((i) => at(i).value),
      settings.trendLength,
      marker(stretch),
    );
  }
  for (const stretch of settings.runsLeaveBaseline ? byPart : byBaseline) {
    const positions = stretch.map(at);
    markTwoOfThree(positions, settings.twoOfThree, marker(stretch));
    markShifts(positions, settings.shiftLength, marker(stretch));
  }
  return signals;
}
