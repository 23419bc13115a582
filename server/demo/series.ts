import { addDays } from "@/server/days";

/** Fixed, so that the demo world is the same every time. */
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
  /** The number of first weeks from which limits are computed. */
  baseline: number;
  mean: number;
  sd: number;
  decimals: 0 | 1;
  steps: readonly { week: number; change: number }[];
  target: number;
  /** The last Sunday, on the records' own calendar. */
  endsOn: string;
}

export interface SeriesPoint {
  week: number;
  startsOn: string;
  endsOn: string;
  value: number;
}

/**
 * A weekly series: fixed noise around a mean, with a step where a change took hold.
 * @param shiftedBy - weeks by which every date is moved
 */
export function seriesPoints(plan: SeriesPlan, shiftedBy = 0): SeriesPoint[] {
  const experiment = Number.parseInt(plan.key.slice(1), 10);
  return Array.from({ length: plan.weeks }, (_, i) => {
    const week = i + 1;
    const steps = plan.steps.filter((step) => step.week <= week).reduce((total, step) => total + step.change, 0);
    const deviation = plan.sd * (noise[(5 * experiment + i) % noise.length] ?? 0);
    const endsOn = addDays(plan.endsOn, 7 * (week - plan.weeks + shiftedBy));
    return {
      week,
      startsOn: addDays(endsOn, -6),
      endsOn,
      value: rounded(plan.mean + deviation + steps, plan.decimals),
    };
  });
}

/** Rounds half up, after removing floating-point noise: 54 + 5 × 0.7 counts as 57.5. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(Number((value * scale).toFixed(6))) / scale;
}
