/** How far the limits of a part can be trusted: the one place that says how many points are enough. */
export type LimitsStatus = "run chart" | "early limits" | "firm limits";

/** From here a run of points is long enough for limits at all. */
export const POINTS_FOR_LIMITS = 13;
/** From here limits move little with each new point. */
export const POINTS_FOR_FIRM_LIMITS = 20;
/** The shortest baseline that may be fixed. */
export const POINTS_FOR_BASELINE = 12;
/** From here the runs rules of a run chart say anything. */
export const POINTS_FOR_RUNS = 10;

export function limitsStatus(points: number, fewest = POINTS_FOR_LIMITS): LimitsStatus {
  if (points < fewest) return "run chart";
  return points < POINTS_FOR_FIRM_LIMITS ? "early limits" : "firm limits";
}
