import { amount, limitDecimals, type MeasureInWords } from "@/server/measures/figures";
import type { AnalysedPoint, Analysis } from "@/server/measures/spc/analysis";
import { POINTS_FOR_LIMITS, POINTS_FOR_RUNS } from "@/server/measures/spc/limits-status";
import type { SpcSettings } from "@/server/measures/spc/settings";
import type { Signal, SpecialCause } from "@/server/measures/spc/special-causes";
import { pointsOf } from "./kind-sentences";

/** Explains one point in one or two sentences. */
export function chartReason(analysis: Analysis, i: number, measure: MeasureInWords): string | null {
  const point = analysis.points[i];
  if (!point || point.value === null) return null;
  const part = analysis.parts[point.part];
  if (!part || part.limitsStatus === "run chart") return fewPoints(analysis, point);
  if (!point.signal) return lately(analysis, i, measure);
  const { side } = point.signal;
  const rule = reasonOrder.find((candidate) =>
    point.signals.some((signal) => signal.rule === candidate && signal.side === side),
  );
  const other = point.signals.some((signal) => signal.side !== side);
  const reason = sentenceFor(rule ?? point.signal.rule, side, analysis, i, measure);
  return other ? `${reason} Another sign points the other way.` : reason;
}

/** Precedence for the reason, which differs from the label's: a lasting change explains more than one high point. */
const reasonOrder: readonly SpecialCause[] = ["shift", "trend", "outside", "two of three"];

/** One rule as the table names it. */
export function ruleInWords({ rule, side }: Signal, settings: SpcSettings): string {
  const high = side === "high";
  if (rule === "outside") return high ? "above the upper limit" : "below the lower limit";
  if (rule === "trend") return `${settings.trendLength} or more in a row ${high ? "rising" : "falling"}`;
  if (rule === "shift") return `${settings.shiftLength} or more in a row ${high ? "above" : "below"} the average`;
  return `2 of 3 close to the ${high ? "upper" : "lower"} limit`;
}

function sentenceFor(rule: SpecialCause, side: Signal["side"], analysis: Analysis, i: number, measure: MeasureInWords) {
  const point = analysis.points[i] as AnalysedPoint;
  const high = side === "high";
  const unit = pointsOf(analysis, measure);
  const decimals = limitDecimals(measure, point.lpl ?? 0, point.upl ?? 0);
  const shown = (value: number | null) => amount(value ?? 0, measure, decimals);
  const earlier = point.inBaseline ? "the average" : "the earlier average";
  if (rule === "shift") {
    const count = backFrom(analysis, i, (p) => p.side === point.side);
    return count >= analysis.settings.shiftLength
      ? `The last ${count} ${unit} were all ${high ? "above" : "below"} ${earlier} of ${shown(point.centre)}.`
      : `It is in a run of ${unit} ${high ? "above" : "below"} ${earlier} of ${shown(point.centre)}.`;
  }
  if (rule === "trend")
    return `It has ${high ? "risen" : "fallen"} for ${analysis.settings.trendLength} ${unit} or more in a row.`;
  if (rule === "outside") {
    const limit = high
      ? `above the upper limit of ${shown(point.upl)}`
      : `below the lower limit of ${shown(point.lpl)}`;
    return `That is ${limit}: something changed.`;
  }
  return `2 of 3 ${unit} in a row were close to the ${high ? "upper" : "lower"} limit.`;
}

/** Among the last 10 results up to a point: the side with more unusual results, and how many. */
export function unusualOfTen({ points }: Analysis, i: number) {
  const recent = points
    .slice(0, i + 1)
    .filter((p) => p.value !== null && !p.leftOut)
    .slice(-10);
  const on = (side: Signal["side"]) => recent.filter((p) => p.signal?.side === side).length;
  const [high, low] = [on("high"), on("low")];
  return { side: high >= low ? "high" : "low", count: Math.max(high, low), of: recent.length };
}

/** An ordinary point, with the number of unusual results before it. */
function lately(analysis: Analysis, i: number, measure: MeasureInWords): string {
  if (analysis.verdict === "moved") return "That is within the limits, but all results together are more than chance.";
  const { side, count, of } = unusualOfTen(analysis, i);
  if (count === 0) return "That is ordinary variation.";
  const unit = pointsOf(analysis, measure);
  const were = count === 1 ? "was" : "were";
  return `That is ordinary variation, though ${count} of the last ${of} ${unit} ${were} unusually ${side}.`;
}

function fewPoints(analysis: Analysis, point: AnalysedPoint): string {
  const part = analysis.parts[point.part];
  const values = analysis.points.filter((p) => p.part === point.part && p.value !== null && !p.leftOut).length;
  const signal = part && part.runs.useful >= POINTS_FOR_RUNS && part.runs.signal;
  const soFar = `${values} ${values === 1 ? "result" : "results"} so far${point.part > 0 ? " since the limits were last set" : ""}`;
  return `${soFar}; limits come with ${POINTS_FOR_LIMITS}.${signal ? " It crosses its middle less often than chance would." : ""}`;
}

/** Length of the run of alike points that ends here, within one part and baseline; left-out points are skipped. */
function backFrom(analysis: Analysis, i: number, alike: (point: AnalysedPoint) => boolean): number {
  const here = analysis.points[i];
  let count = 0;
  for (let k = i; k >= 0; k--) {
    const p = analysis.points[k];
    if (!p || p.part !== here?.part) break;
    if (p.leftOut) continue;
    if (!alike(p) || (!analysis.settings.runsLeaveBaseline && p.inBaseline !== here.inBaseline)) break;
    count += 1;
  }
  return count;
}
