import type { ChartKind, MeasureDirection } from "@/db/vocabulary";
import type { LimitsStatus } from "./limits-status";
import type { RunsAnalysis } from "./runs";
import type { SpcSettings } from "./settings";
import type { Position, Signal } from "./special-causes";
import type { Assurance, PointKind, Verdict } from "./verdict";

export interface AnalysisOptions {
  /** Which way is better. */
  direction: MeasureDirection;
  target?: number | null;
  /** Days on which a new part starts (a rebase); a day that is not in the data starts nothing. */
  partsFrom?: readonly string[];
  /** The first so many rows of every part give its limits, and later rows are judged by them. All rows when absent. */
  baselinePoints?: number | null;
  settings?: SpcSettings;
}

/** A stretch of the chart with one mean and one pair of limits. */
export interface AnalysedPart {
  limitsStatus: LimitsStatus;
  from: string;
  to: string;
  /** Periods in it, with or without a value; left-out ones do not count. */
  periods: number;
  /** Values that made the limits. */
  points: number;
  /** The mean; the median while the part is a run chart; null without any value. */
  centre: number | null;
  /** Null while there are none, and where each point has its own. */
  lpl: number | null;
  upl: number | null;
  /** Whether each point has limits of its own, because each was counted among so many. */
  stepped: boolean;
  /** Whether neighbours differ by more than chance at counting explains, so that an XmR chart fits better. */
  overdispersed: boolean;
  /** Whether the values cross the centre as often as chance would. */
  runs: RunsAnalysis;
}

export interface AnalysedPoint extends Position {
  on: string;
  value: number | null;
  leftOut: boolean;
  /** There is a value, and it is kept hidden. */
  hidden: boolean;
  /** How many it was counted among, where its limits depend on that. */
  outOf: number | null;
  part: number;
  inBaseline: boolean;
  centre: number | null;
  lpl: number | null;
  upl: number | null;
  /** Every rule that fires for this point. */
  signals: readonly Signal[];
  /** The one that names and colours it. */
  signal: Signal | null;
  kind: PointKind;
}

/** A chart as numbers, of whichever kind: page, table, letter and print all read this one. */
export interface Analysis {
  kind: ChartKind;
  settings: SpcSettings;
  direction: MeasureDirection;
  target: number | null;
  points: readonly AnalysedPoint[];
  parts: readonly AnalysedPart[];
  /** How far the limits of the last part can be trusted. */
  limitsStatus: LimitsStatus;
  /** The point the verdict is read from. */
  last: AnalysedPoint | null;
  verdict: Verdict | null;
  assurance: Assurance | null;
  /** r₁ of the last part's baseline; above a third, signals are less sure. */
  r1: number | null;
  missing: number;
}
