import type { ChartKind, MeasureDirection, MeasureRhythm } from "@/db/vocabulary";
import { dayInWords, pluralise, untilEndOf } from "@/server/format";
import { amount, inPeriod, type MeasureInWords } from "@/server/measures/figures";
import { lastDayOf, periodAfter, periodOf } from "@/server/measures/periods";
import type { SystemPoint } from "@/server/measures/series";
import { mean } from "@/server/measures/spc/average";
import { isByEvent } from "@/server/measures/spc/kinds";
import { averageMovingRange, D2, movingRanges } from "@/server/measures/spc/moving-ranges";

/** How far a measure may go, from and to a day. */
export type Dip = { fromOn: string; endsOn: string; worstValue: number };
type Values = readonly Pick<SystemPoint, "on" | "value">[];
type Measured = MeasureInWords & { chartKind?: ChartKind };

/** Fewer points say nothing of how a figure varies. */
const fewest = 6;

/** Whether a value is worse than the worst agreed. "Neither" is read as up: a dip is a fall. */
export const isBeyondDip = (direction: MeasureDirection, worst: number, value: number): boolean =>
  direction === "down" ? value > worst : value < worst;

/** The periods of a measure that lie wholly or in part in the dip's days. */
export function periodsIn({ fromOn, endsOn }: Pick<Dip, "fromOn" | "endsOn">, rhythm: MeasureRhythm): string[] {
  const periods: string[] = [];
  for (let on = periodOf(fromOn, rhythm); on <= endsOn; on = periodAfter(on, rhythm)) periods.push(on);
  return periods;
}

/** Why a dip's days make no sense for its measure, as a sentence; null when they do: at least one whole period lies in them. */
export function problemWithWindow(dip: Pick<Dip, "fromOn" | "endsOn">, rhythm: MeasureRhythm): string | null {
  const whole = periodsIn(dip, rhythm).some((on) => on >= dip.fromOn && lastDayOf(on, rhythm) <= dip.endsOn);
  return whole
    ? null
    : `This figure comes once a ${rhythm}. Choose days with at least 1 whole ${rhythm} in them, or nothing can show the dip.`;
}

export type DipOutlook = {
  /** Of the last 12 points, how many would already have broken the band. */
  broken: number;
  of: number;
  /** Those points, oldest first. */
  last: { on: string; value: number; beyond: boolean }[];
  /** How likely ordinary variation alone breaks it at least once within the window, 0 to 1; null when that cannot be told. */
  chance: number | null;
  /** Whether the band is wider than anything the figure has done. */
  widerThanSeen: boolean;
  sentences: string[];
  /** The same without what the chance takes for granted, for a page that has to be short. */
  inShort: string[];
};

/**
 * What the figure's past says about a band that is asked for. The chance takes the points as independent and normal around
 * their mean, with the sigma of their moving ranges: an assumption, and said as one.
 */
export function dipOutlook(dip: Dip, measure: Measured, points: Values): DipOutlook {
  const there = points.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
  const values = there.map(({ value }) => value);
  const beyond = (value: number) => isBeyondDip(measure.direction, dip.worstValue, value);
  const last = there.slice(-12).map((point) => ({ ...point, beyond: beyond(point.value) }));
  const broken = last.filter((point) => point.beyond).length;
  const chance = chanceOfBreaking(dip, measure, points);
  const widerThanSeen = values.length > 0 && !values.some((value) => beyond(value) || value === dip.worstValue);
  const seen = { broken, of: last.length, last, chance, widerThanSeen };
  return { ...seen, sentences: inWords(dip, measure, seen, "whole"), inShort: inWords(dip, measure, seen, "short") };
}

function chanceOfBreaking(dip: Dip, { direction, rhythm, chartKind = "XmR" }: Measured, points: Values): number | null {
  const values = points.map(({ value }) => value);
  const there = values.filter((value) => value !== null);
  const ranges = movingRanges(values);
  if (there.length < fewest || ranges.length === 0 || isByEvent(chartKind)) return null;
  const [centre, sigma] = [mean(there), averageMovingRange(ranges, "none") / D2];
  const once = sigma === 0 ? Number(isBeyondDip(direction, dip.worstValue, centre)) : beyondOnce();
  return 1 - (1 - once) ** periodsIn(dip, rhythm).length;

  function beyondOnce() {
    const away = (dip.worstValue - centre) / sigma;
    return direction === "down" ? 1 - normal(away) : normal(away);
  }
}

/** How much of a standard normal distribution lies below z (Abramowitz and Stegun 7.1.26, to 7 decimals). */
export function normal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const below = 1 - (tail * Math.exp(-x * x)) / 2;
  return z < 0 ? 1 - below : below;
}

type Seen = Omit<DipOutlook, "sentences" | "inShort">;

function inWords(dip: Dip, measure: Measured, seen: Seen, how: "whole" | "short"): string[] {
  const { broken, of, chance, widerThanSeen } = seen;
  const worst = amount(dip.worstValue, measure);
  if (of === 0) return ["There are no results yet, so nobody knows how far this figure goes by itself."];
  const side = measure.direction === "down" ? "above" : "below";
  const events = isByEvent(measure.chartKind ?? "XmR");
  const sentences = [
    `${broken} of the last ${pluralise(of, events ? "event" : measure.rhythm)} ${broken === 1 ? "was" : "were"} ${side} ${worst}${broken > 0 ? ": ordinary variation will break this" : ""}.`,
  ];
  if (events) sentences.push("Nobody knows how many events will come, nor how likely one of them is to break it.");
  else if (chance === null)
    sentences.push("There are too few results to say how likely ordinary variation is to break it.");
  else if (how === "short") sentences.push(chanceInShort(chance));
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

/** A dip as the terms have it: "A&E within 4 hours: to 60% at worst, until the end of 13 December 2026". */
export const dipAtWorst = ({ measure, unit, worstValue, endsOn }: AgreedDip): string =>
  `${measure.name}: to ${amount(worstValue, { unit, decimals: 1 })} at worst, ${untilEndOf(endsOn)}`;

export type DipStatus = "no result yet" | "not begun" | "within" | "outside" | "over";

/** Where a dip stands today, by the latest complete point of its days; in short without what was agreed. */
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

/** Dips of several experiments on one measure at the same time: how far they allow it to go together, as a sentence; null for one alone. */
export function addedUp(
  dip: Dip,
  others: readonly (Dip & { experimentId: string; title: string })[],
  measure: MeasureInWords,
  points: Values,
): { worstValue: number; sentence: string; experiments: { experimentId: string; title: string }[] } | null {
  const together = others.filter((other) => other.fromOn <= dip.endsOn && other.endsOn >= dip.fromOn);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (together.length === 0 || values.length === 0) return null;
  const centre = mean(values);
  const room = ({ worstValue }: Dip) =>
    Math.max(0, measure.direction === "down" ? worstValue - centre : centre - worstValue);
  const total = [dip, ...together].reduce((sum, one) => sum + room(one), 0);
  const worstValue = measure.direction === "down" ? centre + total : centre - total;
  const floor = measure.unit === "%" ? Math.min(100, Math.max(0, worstValue)) : worstValue;
  return {
    worstValue: floor,
    experiments: together.map(({ experimentId, title }) => ({ experimentId, title })),
    sentence: `${pluralise(together.length + 1, "experiment")} expect this figure to dip at the same time. Together they could take it to ${amount(floor, measure)}.`,
  };
}
