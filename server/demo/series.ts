import { addDays } from "@/server/days";

/** The generated weekly series of the demo world: fixed noise around a mean, with steps where a change took hold. */

const noise = [
  -0.2, -0.1, -2.7, -0.5, 1.0, -1.2, -0.1, 1.0, 0.9, 1.5, -1.7, -0.4, -0.3, 0.6, 1.1, -2.7, 1.1, -1.4, 0.7, -1.5, 0.2,
  1.2, -0.1, 0.2, 0.8, 0.1, -0.1, 1.5, 1.0, -0.3, 2.7, -1.1, 0.9, -0.3, 0.1, 0.7, 0.2, 0.6, -1.5, -1.5, 0.6, -1.0, -1.0,
  -1.5, 1.3, 0.7, 1.5, -0.9, 0.0, -1.1, 0.8, 1.6,
];

export interface SeriesPlan {
  /** The experiment it belongs to, with a letter for a second series: "E08b". */
  key: string;
  name: string;
  unit: string;
  direction: "up" | "down";
  weeks: number;
  /** The first weeks, which give the limits. */
  baseline: number;
  mean: number;
  sd: number;
  decimals: 0 | 1;
  steps: readonly { week: number; change: number }[];
  target: number;
  /** The Sunday on which the last week ends, in the world's own calendar, where today is Monday 11 May 2026. */
  endsOn: string;
}

export interface SeriesPoint {
  week: number;
  startsOn: string;
  endsOn: string;
  value: number;
}

/** The points of one series, week by week. `shiftedBy` moves every date by whole weeks, so that the demo's today can be any Monday. */
export function seriesPoints(plan: SeriesPlan, shiftedBy = 0): SeriesPoint[] {
  const experiment = Number.parseInt(plan.key.slice(1), 10);
  return Array.from({ length: plan.weeks }, (_, i) => {
    const week = i + 1;
    const steps = plan.steps.filter((step) => step.week <= week).reduce((total, step) => total + step.change, 0);
    const wander = plan.sd * (noise[(5 * experiment + i) % noise.length] ?? 0);
    const endsOn = addDays(plan.endsOn, 7 * (week - plan.weeks + shiftedBy));
    return { week, startsOn: addDays(endsOn, -6), endsOn, value: rounded(plan.mean + wander + steps, plan.decimals) };
  });
}

/** Rounded half away from zero, on the decimal number that is meant: 54 + 5 × 0.7 is 57.5, whatever its last bit says. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(Number((value * scale).toFixed(6))) / scale;
}
