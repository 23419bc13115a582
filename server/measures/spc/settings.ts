import { POINTS_FOR_LIMITS } from "./limits-status";

/** "ranges": one pass excludes moving ranges of at least 3.267 times their average. The mean uses all values. */
export type Screening = "none" | "ranges";

/** Every setting in which the two reference tools differ; in everything else they agree. */
export interface SpcSettings {
  name: string;
  screening: Screening;
  /** For a constant series: limits equal to the mean, or none. */
  steadyLimits: "on the mean" | "none";
  /** Minimum number of points for limits; below it, the part is a run chart with a median. */
  fewestForLimits: number;
  trendLength: number;
  shiftLength: number;
  /** Whether a trend may span a rebase. No other rule may. */
  trendAcrossParts: boolean;
  /** Whether a shift, or two of three, may begin inside a fixed baseline and end after it. */
  runsLeaveBaseline: boolean;
  /** "near the limit": between 2 and 3 sigma. "beyond two thirds": points beyond 3 sigma count as well. */
  twoOfThree: "near the limit" | "beyond two thirds";
  /** Which signal is shown when a point has signals in both directions. */
  conflict: "precedence" | "improvement";
  /** Whether a goal exactly on a limit counts as beyond it. */
  targetOnLimit: "beyond" | "within";
  /** The row that determines the verdict: the last with a value, or the last even if missing (then common cause). */
  verdictFrom: "last value" | "last row";
}

/** NHS England's Making Data Count tools. The default. */
export const nhsEngland: SpcSettings = {
  name: "NHS England tools",
  screening: "none",
  steadyLimits: "on the mean",
  fewestForLimits: POINTS_FOR_LIMITS,
  trendLength: 7,
  shiftLength: 7,
  trendAcrossParts: true,
  runsLeaveBaseline: false,
  twoOfThree: "near the limit",
  conflict: "improvement",
  targetOnLimit: "beyond",
  verdictFrom: "last value",
};

/** The R package NHSRplotthedots 0.2.2. */
export const nhsrPlotTheDots: SpcSettings = {
  name: "NHSRplotthedots",
  screening: "ranges",
  steadyLimits: "none",
  fewestForLimits: 1,
  trendLength: 7,
  shiftLength: 7,
  trendAcrossParts: false,
  runsLeaveBaseline: true,
  twoOfThree: "near the limit",
  conflict: "precedence",
  targetOnLimit: "within",
  verdictFrom: "last row",
};

export const presets = [nhsEngland, nhsrPlotTheDots] as const;
