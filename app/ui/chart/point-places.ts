import type { ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";

/** A point as someone going from point to point meets it. */
export interface PointPlace {
  x: number;
  y: number;
  sentence: string;
}

/** Every period in its place; one without a value stands on the axis. */
export function pointPlaces(chart: ChartProps, { x, y, bottom }: ChartFrame): PointPlace[] {
  return chart.points.map(({ on, value, sentence }) => ({
    x: px(x(Date.parse(on))),
    y: px(value === null ? bottom : y(value)),
    sentence,
  }));
}

/** Where a key leads from a place; null when it leads nowhere. */
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

/** The place nearest to a spot across the drawing. */
export function nearestPlace(places: readonly PointPlace[], x: number): number {
  let best = 0;
  for (const [i, place] of places.entries()) {
    if (Math.abs(place.x - x) < Math.abs((places[best]?.x ?? 0) - x)) best = i;
  }
  return best;
}
