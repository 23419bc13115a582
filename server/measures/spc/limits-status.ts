/** How firm the limits of a part are. All minimum numbers of points are defined here. */
export type LimitsStatus = "run chart" | "early limits" | "firm limits";

/** Minimum for limits. */
export const POINTS_FOR_LIMITS = 13;
/** Minimum for firm limits, which change little with each new point. */
export const POINTS_FOR_FIRM_LIMITS = 20;
/** The shortest baseline that may be fixed. */
export const POINTS_FOR_BASELINE = 12;
/** Minimum for the runs rules of a run chart. */
export const POINTS_FOR_RUNS = 10;

export function limitsStatus(points: number, fewest = POINTS_FOR_LIMITS): LimitsStatus {
  if (points < fewest) return "run chart";
  return points < POINTS_FOR_FIRM_LIMITS ? "early limits" : "firm limits";
}
