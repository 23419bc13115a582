import type { ChartKind, MeasureDirection, MeasureRhythm } from "@/db/vocabulary";
import { dayInWords, pluralise, untilEndOf } from "@/server/format";
import { amount, exactAmount, inPeriod, type MeasureInWords } from "@/server/measures/figures";
import { lastDayOf, periodAfter, periodOf } from "@/server/measures/periods";
import type { SystemPoint } from "@/server/measures/series";
import { mean } from "@/server/measures/spc/average";
import { isByEvent } from "@/server/measures/spc/kinds";
import { averageMovingRange, D2, movingRanges } from "@/server/measures/spc/moving-ranges";

/** How far a measure may go, from and to a day. */
export type Dip = { fromOn: string; endsOn: string; worstValue: number };
type Values = readonly Pick<SystemPoint, "on" | "value">[];
type Measured = MeasureInWords & { chartKind?: ChartKind };

/** With fewer points than this, variation cannot be estimated. */
const MIN_POINTS = 6;

/** Whether a value is worse than the worst value agreed. Direction "neither" counts as "up": a dip is a fall. */
export const isBeyondDip = (direction: MeasureDirection, worst: number, value: number): boolean =>
  direction === "down" ? value > worst : value < worst;

/** The periods that overlap the dip's days. */
export function periodsIn({ fromOn, endsOn }: Pick<Dip, "fromOn" | "endsOn">, rhythm: MeasureRhythm): string[] {
  const periods: string[] = [];
  for (let on = periodOf(fromOn, rhythm); on <= endsOn; on = periodAfter(on, rhythm)) periods.push(on);
  return periods;
}

/** An error sentence when the dip's days contain no whole period of the measure; otherwise null. */
export function problemWithWindow(dip: Pick<Dip, "fromOn" | "endsOn">, rhythm: MeasureRhythm): string | null {
  const whole = periodsIn(dip, rhythm).some((on) => on >= dip.fromOn && lastDayOf(on, rhythm) <= dip.endsOn);
  return whole
    ? null
    : `This figure comes once a ${rhythm}. Choose days with at least 1 whole ${rhythm} in them, or nothing can show the dip.`;
}

export type DipOutlook = {
  /** How many of the last points would have broken the band. */
  broken: number;
  of: number;
  /** The last points, at most 12, oldest first. */
  last: { on: string; value: number; beyond: boolean }[];
  /** Probability that ordinary variation alone breaks the band at least once in the window; null when unknown. */
  chance: number | null;
  /** Whether no past value has reached the edge of the band. */
  widerThanSeen: boolean;
  sentences: string[];
  /** The same without the assumption behind the chance, for short pages. */
  inShort: string[];
};

/**
 * Compares a requested band with past results. The chance assumes independent points, normal around their mean, with sigma
 * from their moving ranges; the sentences state this assumption.
 */
export function dipOutlook(dip: Dip, measure: Measured, points: Values): DipOutlook {
  const results = points.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
  const values = results.map(({ value }) => value);
  const beyond = (value: number) => isBeyondDip(measure.direction, dip.worstValue, value);
  const last = results.slice(-12).map((point) => ({ ...point, beyond: beyond(point.value) }));
  const broken = last.filter((point) => point.beyond).length;
  const chance = chanceOfBreaking(dip, measure, points);
  const widerThanSeen = values.length > 0 && !values.some((value) => beyond(value) || value === dip.worstValue);
  const comparison = { broken, of: last.length, last, chance, widerThanSeen };
  return {
    ...comparison,
    sentences: inWords(dip, measure, comparison, "whole"),
    inShort: inWords(dip, measure, comparison, "short"),
  };
}

function chanceOfBreaking(dip: Dip, { direction, rhythm, chartKind = "XmR" }: Measured, points: Values): number | null {
  const values = points.map(({ value }) => value);
  const present = values.filter((value) => value !== null);
  const ranges = movingRanges(values);
  if (present.length < MIN_POINTS || ranges.length === 0 || isByEvent(chartKind)) return null;
  const [centre, sigma] = [mean(present), averageMovingRange(ranges, "none") / D2];
  const once = sigma === 0 ? Number(isBeyondDip(direction, dip.worstValue, centre)) : beyondOnce();
  return 1 - (1 - once) ** periodsIn(dip, rhythm).length;

  function beyondOnce() {
    const away = (dip.worstValue - centre) / sigma;
    return direction === "down" ? 1 - normal(away) : normal(away);
  }
}

/** Standard normal cumulative distribution at z (Abramowitz and Stegun 7.1.26, error below 1.5e-7). */
export function normal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const below = 1 - (tail * Math.exp(-x * x)) / 2;
  return z < 0 ? 1 - below : below;
}

export const NO_RESULTS_YET = "There are no results yet, so nobody knows how far this figure goes by itself.";

type Comparison = Omit<DipOutlook, "sentences" | "inShort">;

function inWords(dip: Dip, measure: Measured, comparison: Comparison, length: "whole" | "short"): string[] {
  const { broken, of, chance, widerThanSeen } = comparison;
  const worst = amount(dip.worstValue, measure);
  if (of === 0) return [NO_RESULTS_YET];
  const side = measure.direction === "down" ? "above" : "below";
  const events = isByEvent(measure.chartKind ?? "XmR");
  const sentences = [
    `${broken} of the last ${pluralise(of, events ? "event" : measure.rhythm)} ${broken === 1 ? "was" : "were"} ${side} ${worst}${broken > 0 ? ": ordinary variation will break this" : ""}.`,
  ];
  if (events) sentences.push("Nobody knows how many events will come, nor how likely one of them is to break it.");
  else if (chance === null)
    sentences.push("There are too few results to say how likely ordinary variation is to break it.");
  else if (length === "short") sentences.push(chanceInShort(chance));
  else sentences.push(`${chanceInWords(chance)} This takes each ${measure.rhythm} as independent of the others.`);
  if (widerThanSeen) sentences.push(`${worst} is worse than anything this figure has shown so far.`);
  return sentences;
}

function chanceInWords(chance: number): string {
  if (chance < 0.01) return "Ordinary variation alone will hardly break it in this time: less than 1 chance in 100.";
  if (chance > 0.99) return "Ordinary variation alone is almost certain to break it in this time.";
  return `Ordinary variation alone breaks it at least once in this time with ${Math.round(100 * chance)} chances in 100.`;
}

function chanceInShort(chance: number): string {
  if (chance < 0.01) return "Ordinary variation will hardly break it.";
  if (chance > 0.99) return "Ordinary variation is almost certain to break it.";
  return `Ordinary variation alone may break it: ${Math.round(100 * chance)} chances in 100.`;
}

type AgreedDip = { measure: { name: string }; unit: string; worstValue: number; endsOn: string };

/** A dip as it stands in the terms: "A&E within 4 hours: to 60% at worst, until the end of 13 December 2026". */
export const dipAtWorst = ({ measure, unit, worstValue, endsOn }: AgreedDip): string =>
  `${measure.name}: to ${exactAmount(worstValue, unit)} at worst, ${untilEndOf(endsOn)}`;

export type DipStatus = "no result yet" | "not begun" | "within" | "outside" | "over";

/** The dip's status today, from the latest complete point in its window. `short` leaves out what was agreed. */
export function dipStatus(
  dip: Dip,
  measure: MeasureInWords,
  points: Values,
  today: string,
): { status: DipStatus; sentence: string; short: string } {
  const { rhythm, direction } = measure;
  const worst = amount(dip.worstValue, measure);
  const whole = (status: DipStatus, sentence: string) => ({ status, sentence, short: sentence });
  if (today < dip.fromOn) return whole("not begun", `It may dip to ${worst} from ${dayInWords(dip.fromOn)}.`);
  if (today > dip.endsOn) return whole("over", `The agreed dip ended on ${dayInWords(dip.endsOn)}.`);
  const latest = points.findLast(
    ({ on, value }) => value !== null && lastDayOf(on, rhythm) >= dip.fromOn && lastDayOf(on, rhythm) < today,
  );
  const agreed = `Agreed: ${worst}, ${untilEndOf(dip.endsOn)}.`;
  if (!latest || latest.value === null) {
    const short = "No result in these days yet.";
    return { status: "no result yet", sentence: `${short} ${agreed}`, short };
  }
  const shown = `${amount(latest.value, measure)} ${inPeriod(latest.on, rhythm)}`;
  const beyond = isBeyondDip(direction, dip.worstValue, latest.value);
  const short = beyond ? `Outside the agreed dip: ${shown}.` : `Within the agreed dip: ${shown}.`;
  return { status: beyond ? "outside" : "within", sentence: `${short} ${agreed}`, short };
}

/** Total of this dip and other experiments' dips on the same measure at the same time; null when it is the only one. */
export function addedUp(
  dip: Dip,
  others: readonly (Dip & { experimentId: string; title: string })[],
  measure: MeasureInWords,
  points: Values,
): { worstValue: number; sentence: string; experiments: { experimentId: string; title: string }[] } | null {
  const overlapping = others.filter((other) => other.fromOn <= dip.endsOn && other.endsOn >= dip.fromOn);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (overlapping.length === 0 || values.length === 0) return null;
  const centre = mean(values);
  const room = ({ worstValue }: Dip) =>
    Math.max(0, measure.direction === "down" ? worstValue - centre : centre - worstValue);
  const total = [dip, ...overlapping].reduce((sum, each) => sum + room(each), 0);
  const worstValue = measure.direction === "down" ? centre + total : centre - total;
  const floor = measure.unit === "%" ? Math.min(100, Math.max(0, worstValue)) : worstValue;
  return {
    worstValue: floor,
    experiments: overlapping.map(({ experimentId, title }) => ({ experimentId, title })),
    sentence: `${pluralise(overlapping.length + 1, "experiment")} expect this figure to dip at the same time. Together they could take it to ${amount(floor, measure)}.`,
  };
}
