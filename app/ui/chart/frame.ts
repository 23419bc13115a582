import { scaleLinear, scaleUtc } from "d3-scale";
import { wordsWidth } from "@/app/ui/typeface/words-width";
import type { ChartLimit, ChartProps } from "./chart-props";

export interface ChartSize {
  width: number;
  height: number;
  /** Text height in the drawing's units. */
  text: number;
  /** The maximum number of dates under the axis. */
  ticks: number;
}

export const wide: ChartSize = { width: 840, height: 400, text: 15, ticks: 7 };
export const narrow: ChartSize = { width: 358, height: 320, text: 13, ticks: 3 };

/** A coordinate with one decimal: precise enough for the eye, with half the bytes. */
export const px = (value: number) => Math.round(value * 10) / 10;

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** The scales and edges of one chart. */
export function chartFrame(chart: ChartProps, size: ChartSize, eventRows: number) {
  const percent = chart.unit === "%" ? "%" : "";
  const unitOnTop = chart.unit !== "" && !percent;
  const top = size.text * ((unitOnTop ? 1.7 : 0.9) + 1.35 * eventRows);
  const bottom = size.height - size.text * 2.9;
  const clamp = clampToBounds(chart);
  const lane = chart.windows.length > 0 ? size.text * 1.6 : 0;
  const y = scaleLinear(valueDomain(chart, clamp), [bottom - lane, top]);
  const yTicks = y.ticks(5).map((at) => ({ at, label: `${number.format(at)}${percent}` }));

  const left = 14 + Math.max(...yTicks.map((tick) => wordsWidth(tick.label, size.text)));
  const right = size.width - endLabelWidth(chart, size);
  const times = chart.points.map((point) => Date.parse(point.on));
  const [first = 0, last = first] = [times[0], times.at(-1)];
  const half = times.length > 1 ? (last - first) / (times.length - 1) / 2 : 43_200_000;
  const [from, to] = [first - half, last + half];
  const x = chart.inTurn
    ? scaleUtc([from, ...times, to], [left, ...inTurn(chart, left, right), right]).clamp(true)
    : scaleUtc([from, to], [left, right]);

  return { x, y, yTicks, unitOnTop, half, clamp, left, right, top, bottom, lane, size };
}

export type ChartFrame = ReturnType<typeof chartFrame>;

/** Clamps a value to the possible values of its kind. */
export const clampToBounds =
  ({ least, most }: Pick<ChartProps, "least" | "most">) =>
  (value: number) =>
    Math.min(Math.max(value, least ?? Number.NEGATIVE_INFINITY), most ?? Number.POSITIVE_INFINITY);

/** The centres of the points' places, which are of equal width. */
const inTurn = ({ points, places }: ChartProps, left: number, right: number) =>
  points.map((_, i) => left + ((right - left) * ((places?.of[i] ?? i) + 0.5)) / (places?.among ?? points.length));

/** From the lowest to the highest drawn value, with a little padding. */
function valueDomain(chart: ChartProps, clamp: (value: number) => number): [number, number] {
  const values = [
    ...chart.points.map((point) => point.value),
    ...chart.parts.flatMap((part) => [part.centre, part.lower, part.upper].flatMap(heights)),
    ...[...chart.stopLines, ...(chart.goal ? [chart.goal] : [])].map((line) => line.at),
    ...chart.bands.flatMap((band) => [band.near, band.far]),
  ].filter((value) => value != null);
  const low = clamp(Math.min(...values));
  const high = clamp(Math.max(...values));
  const padding = (high - low || Math.abs(high) || 1) * 0.06;
  return [clamp(low - padding), clamp(high + padding)];
}

const heights = (limit: ChartLimit | null) => limit?.steps ?? [limit?.at ?? null];

/** The width for the labels at the ends of lines: the longest label's, up to a third of the drawing. */
function endLabelWidth(chart: ChartProps, size: ChartSize): number {
  const last = chart.parts.at(-1);
  const limits = [last?.upper, last?.centre, last?.lower].map((line) => wordsWidth(line?.label ?? "", size.text));
  const across = [chart.goal, ...chart.stopLines].map((line) => wordsWidth(line?.label ?? "", size.text, true));
  return 16 + Math.min(Math.max(0, ...limits, ...across), size.width / 3);
}
