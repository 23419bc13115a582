import type { ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";

/** A point, for people who move from point to point. */
export interface PointPlace {
  x: number;
  y: number;
  sentence: string;
}

/** Every period in its place; one without a value is on the axis. */
export function pointPlaces(chart: ChartProps, { x, y, bottom }: ChartFrame): PointPlace[] {
  return chart.points.map(({ on, value, sentence }) => ({
    x: px(x(Date.parse(on))),
    y: px(value === null ? bottom : y(value)),
    sentence,
  }));
}

/** The point to which a key moves; null when it moves nowhere. */
export function nextPlace(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - 10,
    PageUp: at + 10,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}

/** The point nearest to a horizontal position. */
export function nearestPlace(places: readonly PointPlace[], x: number): number {
  let best = 0;
  for (const [i, place] of places.entries()) {
    if (Math.abs(place.x - x) < Math.abs((places[best]?.x ?? 0) - x)) best = i;
  }
  return best;
}
