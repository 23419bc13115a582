/** How one point is drawn: by shape and by colour, never by colour alone. */
export type Mark = "ordinary" | "better" | "worse" | "changed" | "left out";

export interface ChartPoint {
  /** ISO day: its place on the time axis. */
  on: string;
  /** Under the axis: "5 April" or "April", and the year below it. */
  tick: { short: string; year: string };
  value: number | null;
  mark: Mark;
  /** The point in one sentence, for those who go from point to point. */
  sentence: string;
}

/** A stretch of points with one average and one pair of limits; `from` and `to` are places in `points`, both included. */
export interface ChartPart {
  from: number;
  to: number;
  centre: ChartLimit | null;
  lower: ChartLimit | null;
  upper: ChartLimit | null;
  /** Limits from few points: drawn lighter. */
  early: boolean;
}

/** A line across the whole chart, such as a goal or a stop rule. */
export interface ChartLine {
  at: number;
  label: string;
}

/** An average or a limit: "Average 54%", and the figure alone where there is less room. */
export interface ChartLimit extends ChartLine {
  figure: string;
  /** Its height at each point of the part, where it differs from one to the next; `at` is then the last of them. */
  steps?: readonly (number | null)[];
}

/** A window in time in which figures between `near` and `far` were agreed beforehand. */
export interface ChartBand {
  from: string;
  to: string;
  near: number;
  far: number;
  label: string;
}

/** Days in time, both included, as a bar above the dates. */
export interface ChartWindow {
  from: string;
  to: string;
  label: string;
  /** In place of the label where there is less room. */
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
  /** Whether points stand side by side in their turn, as rare events do, and not by the days between them. */
  inTurn?: boolean;
  /** Where the figures cannot go: the axis and the drawn limits stop there. */
  least: number | null;
  most: number | null;
}

/** The last so many points, with the parts that still show: what fits a phone. */
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
        ...{ lower: without(part.lower, skip - part.from), upper: without(part.upper, skip - part.from) },
      })),
    bands: chart.bands.filter((band) => band.to >= first),
    windows: chart.windows.filter((window) => window.to >= first),
    events: chart.events.filter((event) => event.on >= first),
  };
}

/** A limit without its first so many steps. */
const without = (limit: ChartLimit | null, first: number): ChartLimit | null =>
  limit?.steps ? { ...limit, steps: limit.steps.slice(Math.max(0, first)) } : limit;
