import type { ChartKind, MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { pluralise } from "@/server/format";
import { inPeriod } from "./figures";
import type { Part } from "./part";
import { lastDayOf, periodAfter } from "./periods";
import { hidesTotal, LARGEST_SMALL } from "./small-numbers";
import { isByEvent, isOutOf } from "./spc/kinds";
import type { SpcPoint } from "./spc/points";

/** The parts of one period, added up over those who contributed. */
export type PartSum = Part & {
  periodOn: string;
  contributed: number;
  /** Each contributor's part, where small figures are to be hidden. */
  parts?: readonly Part[] | null;
};
/** From when until when an organisation contributes, both days included; open where null. */
export type Contributing = { fromOn: string | null; endsOn: string | null };

/** The system's value of one period. It is null until everyone who contributes has. */
export type SystemPoint = {
  on: string;
  value: number | null;
  contributed: number;
  expected: number;
  /** What the value is made of, where the measure's chart asks for it. */
  madeOf?: SpcPoint["madeOf"];
  /** There is a value that is kept hidden, so that nobody can be known by it. */
  hidden?: boolean;
};

/** Whose part belongs to a period: those who contribute on its first day. */
export const contributesOn = ({ fromOn, endsOn }: Contributing, periodOn: string): boolean =>
  (fromOn === null || fromOn <= periodOn) && (endsOn === null || periodOn <= endsOn);

/** Numerators over denominators, each summed first: never a mean of percentages. */
export function systemValue(counting: MeasureCounting, { value, numerator, denominator }: Part): number | null {
  if (counting === "value" || counting === "count") return value;
  if (numerator === null || !denominator) return null;
  return (counting === "percentage" ? 100 * numerator : numerator) / denominator;
}

/** What a divided value is made of, where a chart's limits depend on how many were counted. */
function madeOf(kind: ChartKind, { numerator: count, denominator: outOf }: Part): SpcPoint["madeOf"] {
  return isOutOf(kind) && count !== null && outOf ? { count, outOf } : undefined;
}

/**
 * The system's values from the first period with a part to the last, every period in between included. A day without a
 * rare event is no gap: of events there are only those that happened.
 * A period that is not complete has no value at all: what some have brought so far is not the system's figure, and with
 * one missing it would give away the rest.
 */
export function systemSeries(
  { counting, rhythm, chartKind }: { counting: MeasureCounting; rhythm: MeasureRhythm; chartKind: ChartKind },
  contributors: readonly Contributing[],
  sums: readonly PartSum[],
): SystemPoint[] {
  const bySum = new Map(sums.map((sum) => [sum.periodOn, sum]));
  const withPart = [...bySum.keys()].sort();
  const [first, last] = [withPart[0], withPart.at(-1)];
  if (!first || !last) return [];
  const periods = new Set(withPart);
  if (!isByEvent(chartKind)) for (let on = first; on < last; on = periodAfter(on, rhythm)) periods.add(on);
  return [...periods].sort().map((on) => {
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

/** The series as people and programs may have it: what is kept hidden has no value, nor anything to work it out from. */
export const asShown = (points: readonly SystemPoint[]): SystemPoint[] =>
  points.map(({ madeOf, ...point }) => {
    if (point.hidden) return { ...point, value: null };
    return madeOf ? { ...point, madeOf } : point;
  });

/** "3 of 4 have contributed in the week to 10 May 2026, so it is not drawn yet." And how many older periods wait likewise. */
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

/** "The figure in April 2026 is hidden, because …": what a gap at the end of a chart is. */
export function hiddenInWords(points: readonly SystemPoint[], rhythm: MeasureRhythm): string[] {
  const last = points.findLast(({ contributed, expected }) => contributed >= expected && contributed > 0);
  if (!last?.hidden) return [];
  return [`The figure ${inPeriod(last.on, rhythm)} is hidden: so few people could be known by it. ${hiddenMeans}`];
}
export const hiddenMeans = `Figures of 1 to ${LARGEST_SMALL} are not shown, nor what would give them away.`;

/** "3 of 4 have contributed". */
export const contributedInWords = ({ contributed, expected }: Pick<SystemPoint, "contributed" | "expected">): string =>
  `${contributed} of ${expected} ${contributed === 1 ? "has" : "have"} contributed`;

/** The days a window in time covers, period by period: does the experiment touch this one? */
export const endsBefore = (periodOn: string, rhythm: MeasureRhythm, day: string): boolean =>
  lastDayOf(periodOn, rhythm) < day;
