import type { MeasureRhythm, StopRuleKind } from "@/db/vocabulary";
import { amount, exactAmount, inPeriod, type MeasureInWords, periodNames } from "./figures";
import { endsBefore, type SystemPoint } from "./series";

export type StopRuleSide = "at or above" | "above" | "at or below" | "below";
/** An experiment's stop rule or talk rule on a measure. */
export type RuleOnMeasure = {
  kind: StopRuleKind;
  threshold: number;
  metWhen: StopRuleSide;
  periodsRunning: number;
};
type Values = readonly Pick<SystemPoint, "on" | "value">[];

/** Whether a value is beyond the rule's threshold. Compares the exact value, not the rounded one. */
export function isBeyond({ threshold, metWhen }: Pick<RuleOnMeasure, "threshold" | "metWhen">, value: number): boolean {
  if (metWhen === "at or above") return value >= threshold;
  if (metWhen === "above") return value > threshold;
  return metWhen === "at or below" ? value <= threshold : value < threshold;
}

/**
 * The periods in which the rule is met: each ends a run of `periodsRunning` values beyond the threshold. A missing value
 * breaks the run. Periods that ended before the experiment started do not count.
 */
export function periodsMet(rule: RuleOnMeasure, points: Values, rhythm: MeasureRhythm, startedOn: string): string[] {
  const met: string[] = [];
  let running = 0;
  for (const { on, value } of points) {
    const counts = value !== null && !endsBefore(on, rhythm, startedOn) && isBeyond(rule, value);
    running = counts ? running + 1 : 0;
    if (running >= rule.periodsRunning) met.push(on);
  }
  return met;
}

/** The latest period in which a change of results meets the rule and it was not met before; null when there is none. */
export function newlyMet(
  rule: RuleOnMeasure,
  { before, after, rhythm, startedOn }: { before: Values; after: Values; rhythm: MeasureRhythm; startedOn: string },
): string | null {
  const already = new Set(periodsMet(rule, before, rhythm, startedOn));
  return periodsMet(rule, after, rhythm, startedOn).findLast((on) => !already.has(on)) ?? null;
}

type Numbers = Pick<RuleOnMeasure, "threshold" | "metWhen" | "periodsRunning">;

/** "Overnight stays: 15% or more, 2 weeks running": the one sentence of a rule, made from what is watched. */
export function numbersInWords(
  { threshold, metWhen, periodsRunning }: Numbers,
  { name, unit, rhythm }: Pick<MeasureInWords, "name" | "unit" | "rhythm">,
): string {
  const times = periodsRunning === 1 ? `in any ${rhythm}` : `${periodsRunning} ${periodNames[rhythm]} running`;
  return `${name}: ${afterAmount[metWhen](exactAmount(threshold, unit))}, ${times}`;
}

/** "Overnight stays: 15% or more, 2 weeks running. It was 16% in the week to 3 May 2026". Pass null for a suppressed value. */
export function ruleMetInWords(
  rule: RuleOnMeasure,
  measure: MeasureInWords,
  { on, value }: { on: string; value: number | null },
) {
  const result = value === null ? "met" : amount(value, measure);
  return `${numbersInWords(rule, measure)}. It was ${result} ${inPeriod(on, measure.rhythm)}`;
}

const afterAmount: Record<StopRuleSide, (shown: string) => string> = {
  "at or above": (shown) => `${shown} or more`,
  above: (shown) => `above ${shown}`,
  "at or below": (shown) => `${shown} or less`,
  below: (shown) => `below ${shown}`,
};

/** "Stop if 15% or more": the label of the rule's line in a chart. */
export function stopLineLabel(
  { kind, threshold, metWhen }: Pick<RuleOnMeasure, "kind" | "threshold" | "metWhen">,
  { unit, decimals }: Pick<MeasureInWords, "unit" | "decimals">,
): string {
  const shown = amount(threshold, { unit: unit === "%" ? "%" : "", decimals: Math.max(decimals, 2) });
  return `${kind === "safety" ? "Stop" : "Talk"} if ${afterAmount[metWhen](shown)}`;
}
