import { formatNumber } from "@/server/format";
import { amount, limitDecimals, type MeasureInWords } from "@/server/measures/figures";
import type { Analysis } from "@/server/measures/spc/analysis";
import { limitsThatBind } from "@/server/measures/spc/build-analysis";

/** Distance of a goal from the limit on its side of the centre line, at the last point. */
export type GoalMargin = { limit: "upper" | "lower"; side: "above" | "below" | "on"; shown: string };

/**
 * The goal's margin: the verdict reads the same for a goal just beyond a limit and one far beyond it. A goal counts as on the
 * limit when both look equal at the decimals shown. Null without a goal, limits or a better side.
 */
export function goalMargin({ kind, last, target, assurance }: Analysis, measure: MeasureInWords): GoalMargin | null {
  const limits = last && limitsThatBind(kind, last);
  if (target === null || assurance === null || !limits) return null;
  const isHigh = last.centre === null || target >= last.centre;
  const [limit, at] = isHigh ? (["upper", limits.upl] as const) : (["lower", limits.lpl] as const);
  if (!Number.isFinite(at)) return null;
  const decimals = limitDecimals(measure, last.lpl ?? 0, last.upl ?? Number.POSITIVE_INFINITY);
  const distance = Math.abs(target - at);
  if (formatNumber(distance, decimals) === formatNumber(0, decimals)) return { limit, side: "on", shown: "" };
  const unit = measure.unit === "%" ? "" : measure.unit;
  return { limit, side: target > at ? "above" : "below", shown: amount(distance, { unit, decimals }) };
}

/** "The goal of 90% is 3.1 above the upper limit." Null when it lies on a limit, which the summary says. */
export function marginInWords(analysis: Analysis, measure: MeasureInWords): string | null {
  const margin = goalMargin(analysis, measure);
  if (!margin || margin.side === "on" || analysis.target === null) return null;
  return `The goal of ${amount(analysis.target, measure)} is ${margin.shown} ${margin.side} the ${margin.limit} limit.`;
}
