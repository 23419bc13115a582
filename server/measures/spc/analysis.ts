import type { ChartKind, MeasureDirection } from "@/db/vocabulary";
import type { LimitsStatus } from "./limits-status";
import type { RunsAnalysis } from "./runs";
import type { SpcSettings } from "./settings";
import type { Position, Signal } from "./special-causes";
import type { Assurance, PointKind, Verdict } from "./verdict";

export interface AnalysisOptions {
  direction: MeasureDirection;
  target?: number | null;
  /** Days on which a new part starts (a rebase); a day that is not in the data starts nothing. */
  partsFrom?: readonly string[];
  /** Number of rows at the start of every part that set its limits; all rows when absent. */
  baselinePoints?: number | null;
  settings?: SpcSettings;
}

/** A stretch of the chart with one mean and one pair of limits. */
export interface AnalysedPart {
  limitsStatus: LimitsStatus;
  from: string;
  to: string;
  /** Number of periods in it, with or without a value, left-out ones excluded. */
  periods: number;
  /** Number of values the limits are calculated from. */
  points: number;
  /** The mean; the median while the part is a run chart; null without any value. */
  centre: number | null;
  /** Null without limits, and where each point has its own. */
  lpl: number | null;
  upl: number | null;
  /** Whether each point has its own limits, because denominators differ. */
  stepped: boolean;
  /** Whether the results are overdispersed, so that an XmR chart fits better. */
  overdispersed: boolean;
  /** The Anhøj runs analysis of the part. */
  runs: RunsAnalysis;
}

export interface AnalysedPoint extends Position {
  on: string;
  value: number | null;
  leftOut: boolean;
  /** A value exists but is suppressed. */
  hidden: boolean;
  /** The denominator, where the limits depend on it. */
  outOf: number | null;
  part: number;
  inBaseline: boolean;
  centre: number | null;
  lpl: number | null;
  upl: number | null;
  /** Every rule that fires for this point. */
  signals: readonly Signal[];
  /** The signal that determines label and colour. */
  signal: Signal | null;
  kind: PointKind;
}

/** The analysis of a chart of any kind; pages, tables, letters and prints all use it. */
export interface Analysis {
  kind: ChartKind;
  settings: SpcSettings;
  direction: MeasureDirection;
  target: number | null;
  points: readonly AnalysedPoint[];
  parts: readonly AnalysedPart[];
  /** How firm the limits of the last part are. */
  limitsStatus: LimitsStatus;
  /** The point that determines the verdict. */
  last: AnalysedPoint | null;
  verdict: Verdict | null;
  assurance: Assurance | null;
  /** r₁ of the last part's baseline; above 1/3, signals are less reliable. */
  r1: number | null;
  missing: number;
}
