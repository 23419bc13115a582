import type { MeasureDirection } from "@/db/terms";
import type { Firmness } from "./firmness";
import type { Assurance, PointKind, Verdict } from "./reading";
import type { RunsAnalysis } from "./runs";
import type { SpcSettings } from "./settings";
import type { Position, Signal } from "./special-causes";

export interface XmrOptions {
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
export interface XmrPart {
  firmness: Firmness;
  from: string;
  to: string;
  /** Periods in it, with or without a value; left-out ones do not count. */
  periods: number;
  /** Values that made the limits. */
  points: number;
  /** The mean; the median while the part is a run chart; null without any value. */
  centre: number | null;
  lpl: number | null;
  upl: number | null;
  /** Whether the values cross the centre as often as chance would. */
  runs: RunsAnalysis;
}

export interface XmrPoint extends Position {
  on: string;
  value: number | null;
  leftOut: boolean;
  /** There is a value, and it is kept hidden. */
  hidden: boolean;
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

export interface XmrAnalysis {
  settings: SpcSettings;
  direction: MeasureDirection;
  target: number | null;
  points: readonly XmrPoint[];
  parts: readonly XmrPart[];
  /** How far the limits of the last part can be trusted. */
  firmness: Firmness;
  /** The point the verdict is read from. */
  last: XmrPoint | null;
  verdict: Verdict | null;
  assurance: Assurance | null;
  /** r₁ of the last part's baseline; above a third, signals are less sure. */
  r1: number | null;
  missing: number;
}
