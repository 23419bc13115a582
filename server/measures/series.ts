import type { ChartKind, MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { pluralise } from "@/server/format";
import { inPeriod } from "./figures";
import type { Part } from "./part";
import { lastDayOf, periodAfter } from "./periods";
import { hidesTotal, LARGEST_SMALL } from "./small-numbers";
import { isByEvent, isOutOf } from "./spc/kinds";
import type { SpcPoint } from "./spc/points";

/** The sum of the parts of one period. */
export type PartSum = Part & {
  periodOn: string;
  contributed: number;
  /** The single parts, present only where small numbers are suppressed. */
  parts?: readonly Part[] | null;
};
/** An organisation's first and last day of contributing, both included; null means open. */
export type Contributing = { fromOn: string | null; endsOn: string | null };

/** The system's value of one period; null until every contributor has logged. */
export type SystemPoint = {
  on: string;
  value: number | null;
  contributed: number;
  expected: number;
  /** Numerator and denominator, where the chart kind needs them. */
  madeOf?: SpcPoint["madeOf"];
  /** The value exists but is suppressed, so that no person can be identified. */
  hidden?: boolean;
};

/** Whether an organisation contributes to a period: on its first day. */
export const contributesOn = ({ fromOn, endsOn }: Contributing, periodOn: string): boolean =>
  (fromOn === null || fromOn <= periodOn) && (endsOn === null || periodOn <= endsOn);

/** The sum of numerators over the sum of denominators, never a mean of percentages. */
export function systemValue(counting: MeasureCounting, { value, numerator, denominator }: Part): number | null {
  if (counting === "value" || counting === "count") return value;
  if (numerator === null || !denominator) return null;
  return (counting === "percentage" ? 100 * numerator : numerator) / denominator;
}

/** Numerator and denominator, for chart kinds whose limits depend on the denominator. */
function madeOf(kind: ChartKind, { numerator: count, denominator: outOf }: Part): SpcPoint["madeOf"] {
  return isOutOf(kind) && count !== null && outOf ? { count, outOf } : undefined;
}

/**
 * The system's values for every period from the first part to the last. Charts of rare events have only the days with an event.
 * An incomplete period has no value: the sum so far is not the system's value, and with one contributor missing it would
 * reveal the others' parts.
 */
export function systemSeries(
  { counting, rhythm, chartKind }: { counting: MeasureCounting; rhythm: MeasureRhythm; chartKind: ChartKind },
  contributors: readonly Contributing[],
  sums: readonly PartSum[],
): SystemPoint[] {
  const bySum = new Map(sums.map((sum) => [sum.periodOn, sum]));
  const periods: string[] = [];
  for (const on of [...bySum.keys()].sort()) {
    const before = periods.at(-1);
    if (before && !isByEvent(chartKind))
      for (let gap = periodAfter(before, rhythm); gap < on; gap = periodAfter(gap, rhythm)) periods.push(gap);
    periods.push(on);
  }
  return periods.map((on) => {
    const sum = bySum.get(on);
    const expected = contributors.filter((contributor) => contributesOn(contributor, on)).length;
    const complete = sum !== undefined && sum.contributed >= expected;
    const contributed = sum?.contributed ?? 0;
    const hidden = complete && sum.parts != null && hidesTotal(counting, sum.parts);
    const made = complete ? madeOf(chartKind, sum) : undefined;
    return {
      ...{ on, value: complete ? systemValue(counting, sum) : null, contributed, expected },
      ...(made && { madeOf: made }),
      ...(hidden && { hidden }),
    };
  });
}

/** The series for output: suppressed points lose their value and everything it could be calculated from. */
export const asShown = (points: readonly SystemPoint[]): SystemPoint[] =>
  points.map(({ madeOf, ...point }) => {
    if (point.hidden) return { ...point, value: null };
    return madeOf ? { ...point, madeOf } : point;
  });

/** "3 of 4 have contributed in the week to 10 May 2026, so it is not drawn yet." Also counts earlier incomplete periods. */
export function incompleteInWords(points: readonly SystemPoint[], rhythm: MeasureRhythm): string[] {
  const incomplete = points.filter(({ contributed, expected }) => contributed > 0 && contributed < expected);
  const newest = incomplete.at(-1);
  if (!newest) return [];
  const older = incomplete.length - 1;
  return [
    `${contributedInWords(newest)} ${inPeriod(newest.on, rhythm)}, so it is not drawn yet.`,
    ...(older > 0
      ? [`${pluralise(older, `earlier ${rhythm}`)} ${older === 1 ? "is" : "are"} not complete either.`]
      : []),
  ];
}

/** "The figure in April 2026 is hidden, because …": explains a gap at the end of a chart. */
export function hiddenInWords(points: readonly SystemPoint[], rhythm: MeasureRhythm): string[] {
  const last = points.findLast(({ contributed, expected }) => contributed >= expected && contributed > 0);
  if (!last?.hidden) return [];
  return [`The figure ${inPeriod(last.on, rhythm)} is hidden: so few people could be known by it. ${hiddenMeans}`];
}
export const hiddenMeans = `Figures of 1 to ${LARGEST_SMALL} are not shown, nor what would give them away.`;

/** "3 of 4 have contributed". */
export const contributedInWords = ({ contributed, expected }: Pick<SystemPoint, "contributed" | "expected">): string =>
  `${contributed} of ${expected} ${contributed === 1 ? "has" : "have"} contributed`;

/** Whether a period ends before a day. */
export const endsBefore = (periodOn: string, rhythm: MeasureRhythm, day: string): boolean =>
  lastDayOf(periodOn, rhythm) < day;
