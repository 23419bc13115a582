/** How a point is drawn: by shape and by colour, never by colour alone. */
export type Mark = "ordinary" | "better" | "worse" | "changed" | "left out";

export interface ChartPoint {
  /** ISO day: its place on the time axis. */
  on: string;
  /** The label under the axis: "5 April" or "April", and the year below it. */
  tick: { short: string; year: string };
  value: number | null;
  mark: Mark;
  /** The point in one sentence, for people who move from point to point. */
  sentence: string;
}

/** A run of points with one average and one pair of limits; `from` and `to` are indexes in `points`, both included. */
export interface ChartPart {
  from: number;
  to: number;
  centre: ChartLimit | null;
  lower: ChartLimit | null;
  upper: ChartLimit | null;
  /** Limits from few points, drawn lighter. */
  early: boolean;
}

/** A line across the whole chart, such as a goal or a stop rule. */
export interface ChartLine {
  at: number;
  label: string;
}

/** An average or a limit: "Average 54%", and the number alone where there is less room. */
export interface ChartLimit extends ChartLine {
  figure: string;
  /** Its value at each point of the part, if it varies; `at` is then the last of them. */
  steps?: readonly (number | null)[];
}

/** A period in which values between `near` and `far` were agreed beforehand. */
export interface ChartBand {
  from: string;
  to: string;
  near: number;
  far: number;
  label: string;
}

/** A range of days, both included, as a bar above the dates. */
export interface ChartWindow {
  from: string;
  to: string;
  label: string;
  /** Replaces the label where there is less room. */
  short: string;
}

export interface ChartEvent {
  on: string;
  label: string;
}

export interface ChartProps {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  /** Above the value axis: "%" or "minutes". */
  unit: string;
  betterIs: "up" | "down" | "neither";
  points: readonly ChartPoint[];
  parts: readonly ChartPart[];
  goal: ChartLine | null;
  stopLines: readonly ChartLine[];
  bands: readonly ChartBand[];
  windows: readonly ChartWindow[];
  events: readonly ChartEvent[];
  /** Whether points are spaced evenly, as for rare events, instead of by date. */
  inTurn?: boolean;
  /** Where its points stand among those of the whole chart, if it was thinned. */
  places?: { of: readonly number[]; among: number };
  /** The lowest and highest possible values: the axis and the drawn limits end there. */
  least: number | null;
  most: number | null;
}

/** The last points, with the parts that still show: as many as fit a phone. */
export function lastPoints(chart: ChartProps, count: number): ChartProps {
  const skip = Math.max(0, chart.points.length - count);
  if (skip === 0) return chart;
  const points = chart.points.slice(skip);
  const first = points[0]?.on ?? "";
  return {
    ...chart,
    points,
    parts: chart.parts
      .filter((part) => part.to >= skip)
      .map((part) => ({
        ...part,
        ...{ from: Math.max(0, part.from - skip), to: part.to - skip },
        ...{ lower: withoutFirst(part.lower, skip - part.from), upper: withoutFirst(part.upper, skip - part.from) },
      })),
    bands: chart.bands.filter((band) => band.to >= first),
    windows: chart.windows.filter((window) => window.to >= first),
    events: chart.events.filter((event) => event.on >= first),
  };
}

/** A limit without its first steps. */
const withoutFirst = (limit: ChartLimit | null, first: number): ChartLimit | null =>
  limit?.steps ? { ...limit, steps: limit.steps.slice(Math.max(0, first)) } : limit;
