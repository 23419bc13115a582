import { POINTS_FOR_LIMITS } from "./limits-status";

/** "ranges": moving ranges of 3.267 times their average or more are left out of the average, once. The mean keeps all values. */
export type Screening = "none" | "ranges";

/** Everything the two reference tools decide differently, by name. What is not here, they do alike. */
export interface SpcSettings {
  name: string;
  screening: Screening;
  /** When no value differs from the next: limits on the mean itself, or none. */
  steadyLimits: "on the mean" | "none";
  /** Points one part needs before it has limits; below this it is a run chart with a median. */
  fewestForLimits: number;
  trendLength: number;
  shiftLength: number;
  /** Whether a trend goes on across a recalculation. No other rule ever does. */
  trendAcrossParts: boolean;
  /** Whether a shift, or two of three, may begin inside a fixed baseline and end after it. */
  runsLeaveBaseline: boolean;
  /** "near the limit": between two thirds of the way and the limit. "beyond two thirds": points outside count as well. */
  twoOfThree: "near the limit" | "beyond two thirds";
  /** What shows when a point carries signals of both directions. */
  conflict: "precedence" | "improvement";
  /** A goal exactly on a limit: does it count as beyond it? */
  targetOnLimit: "beyond" | "within";
  /** Which row the verdict reads: the last with a value, or the last even if its value is missing (then common cause). */
  verdictFrom: "last value" | "last row";
}

/** What NHS England's Making Data Count tools do. The default. */
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

/** What the R package NHSRplotthedots 0.2.2 does. */
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
