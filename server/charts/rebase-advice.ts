import { amount, limitDecimals, type MeasureInWords, periodInWords } from "@/server/measures/figures";
import type { Analysis } from "@/server/measures/spc/analysis";
import { POINTS_FOR_LIMITS } from "@/server/measures/spc/limits-status";
import { pointsOf } from "./kind-sentences";

/** Shortest run, in results, before a rebase is suggested: one more than a shift needs. */
const POINTS_TO_LAST = 8;

/** A suggested rebase and its reason. A chart never rebases by itself. */
export type RebaseAdvice = { from: string; sentence: string };

/**
 * Suggests a rebase for a lasting change: the last 8 results or more lie on one side of the average, and their own average at
 * least a third of the way to the limit. Whether the cause is known and the change will last, people are asked.
 */
export function rebaseAdvice(analysis: Analysis, measure: MeasureInWords): RebaseAdvice | null {
  const { last, points } = analysis;
  if (!last?.side || last.centre === null || last.upl === null) return null;
  const counted = points.filter((point) => point.part === last.part && point.value !== null && !point.leftOut);
  const start = counted.findLastIndex((point) => point.side !== last.side) + 1;
  const run = counted.slice(start);
  const first = run[0];
  if (!first || start === 0 || run.length < POINTS_TO_LAST) return null;
  const level = run.reduce((sum, point) => sum + (point.value ?? 0), 0) / run.length;
  const toLimit = last.side > 0 || last.lpl === null ? last.upl - last.centre : last.centre - last.lpl;
  if (Math.abs(level - last.centre) < toLimit / 3) return null;
  const decimals = limitDecimals(measure, last.lpl ?? 0, last.upl);
  const unit = pointsOf(analysis, measure);
  const side = last.side > 0 ? "above" : "below";
  const soon = run.length < POINTS_FOR_LIMITS ? ` New limits show from ${POINTS_FOR_LIMITS} results on.` : "";
  return {
    from: first.on,
    sentence:
      `The last ${run.length} ${unit}, from ${periodInWords(first.on, measure.rhythm)}, were all ${side} the average of ` +
      `${amount(last.centre, measure, decimals)}.${soon}`,
  };
}
