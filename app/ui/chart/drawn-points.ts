import { type ChartLimit, type ChartProps, lastPoints } from "./chart-props";

/** As many points as a page draws until asked for all, and as many ordinary ones as a thinned picture keeps. */
export const mostPoints = 120;

/** The chart as a page draws it: the last points, or all of them, thinned where they are many. */
export function drawnPoints(chart: ChartProps, all: boolean): ChartProps {
  return all ? thinned(chart) : lastPoints(chart, mostPoints);
}

/**
 * A long chart with fewer points and the same message: every point that is not ordinary stays, and so do the first and the last of
 * each part, every gap, and of the others the lowest and the highest of each stretch.
 */
export function thinned(chart: ChartProps, ordinary = mostPoints): ChartProps {
  const { points, parts } = chart;
  if (points.length <= ordinary) return chart;
  const isKept = new Set([0, points.length - 1, ...parts.flatMap((part) => [part.from, part.to])]);
  for (const [at, { value, mark }] of points.entries()) {
    const beginsGap = value === null && points[at - 1]?.value !== null;
    if (beginsGap || (value !== null && mark !== "ordinary")) isKept.add(at);
  }
  const stretch = Math.ceil(points.length / (ordinary / 2));
  for (let from = 0; from < points.length; from += stretch) {
    const valued = indexes(from, Math.min(from + stretch, points.length)).filter((at) => points[at]?.value != null);
    const byValue = valued.toSorted((a, b) => (points[a]?.value ?? 0) - (points[b]?.value ?? 0));
    for (const at of [byValue[0], byValue.at(-1)]) if (at !== undefined) isKept.add(at);
  }
  const kept = [...isKept].sort((a, b) => a - b);
  /** Where a point that is kept now stands. */
  const placeOf = new Map(kept.map((at, place) => [at, place]));
  return {
    ...chart,
    points: kept.flatMap((at) => points[at] ?? []),
    places: { of: kept, among: points.length },
    parts: parts.map((part) => {
      const ofPart = kept.filter((at) => at >= part.from && at <= part.to).map((at) => at - part.from);
      const only = (limit: ChartLimit | null) =>
        limit?.steps ? { ...limit, steps: ofPart.map((nth) => limit.steps?.[nth] ?? null) } : limit;
      return {
        ...part,
        ...{ from: placeOf.get(part.from) ?? 0, to: placeOf.get(part.to) ?? 0 },
        ...{ centre: only(part.centre), lower: only(part.lower), upper: only(part.upper) },
      };
    }),
  };
}

const indexes = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
