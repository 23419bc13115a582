import { scaleLinear, scaleUtc } from "d3-scale";
import type { ChartProps } from "./chart-props";

export interface ChartSize {
  width: number;
  height: number;
  /** Room for labels at the ends of lines. */
  right: number;
  /** Text height in the drawing's own units. */
  text: number;
  /** How many dates fit under the axis. */
  ticks: number;
}

export const wide: ChartSize = { width: 840, height: 400, right: 138, text: 15, ticks: 7 };
export const narrow: ChartSize = { width: 358, height: 320, right: 88, text: 13, ticks: 3 };

/** The scales and edges one chart is drawn in. */
export function chartFrame(chart: ChartProps, size: ChartSize, eventRows: number) {
  const left = size.text * 2.9;
  const top = size.text * (1.7 + 1.35 * eventRows);
  const bottom = size.height - size.text * 2.9;
  const right = size.width - size.right;

  const times = chart.points.map((point) => Date.parse(point.on));
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const half = times.length > 1 ? (last - first) / (times.length - 1) / 2 : 43_200_000;
  const x = scaleUtc([first - half, last + half], [left, right]);

  const values = [
    ...chart.points.map((point) => point.value),
    ...chart.parts.flatMap((part) => [part.centre?.at, part.lower?.at, part.upper?.at]),
    ...[...chart.stopLines, ...(chart.goal ? [chart.goal] : [])].map((line) => line.at),
    ...chart.bands.flatMap((band) => [band.near, band.far]),
  ].filter((value) => value != null);
  const within = (value: number) => Math.min(Math.max(value, chart.least ?? value), chart.most ?? value);
  const low = within(Math.min(...values));
  const high = within(Math.max(...values));
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  const y = scaleLinear([within(low - room), within(high + room)], [bottom, top]);
  if (y.domain()[0] === y.domain()[1]) y.domain([low - room, high + room]);

  return { x, y, half, within, left, right, top, bottom, size };
}

export type ChartFrame = ReturnType<typeof chartFrame>;

/** A coordinate with one decimal: enough for the eye, half the bytes. */
export const px = (value: number) => Math.round(value * 10) / 10;
