import type { MeasureRole } from "@/db/vocabulary";
import { pointsOf } from "@/server/charts/kind-sentences";
import type { Change } from "@/server/charts/queries";
import { pluralise, sentenceCase } from "@/server/format";
import { amount, type MeasureInWords } from "@/server/measures/figures";
import { lastDayOf } from "@/server/measures/periods";
import type { AnalysedPoint, Analysis } from "@/server/measures/spc/analysis";

type During = Pick<Change, "startedOn" | "endedOn">;

/**
 * Compares a measure before and since the start of an experiment, in 40 words or fewer: what the chart shows and how firm that
 * is, never what caused it. The period in which the experiment started is on neither side.
 */
export function isItWorking(
  analysis: Analysis,
  measure: MeasureInWords,
  { startedOn, endedOn }: During,
  overlapping: number,
): string {
  const valued = analysis.points.filter((point) => point.value !== null && !point.leftOut);
  const before = valued.filter((point) => point.on < startedOn);
  // Only the last of them can be the period in which it started
  if (before.length > 0 && lastDayOf(before.at(-1)?.on ?? "", measure.rhythm) >= startedOn) before.pop();
  const since = valued.filter((point) => point.on >= startedOn && (endedOn === null || point.on <= endedOn));
  const unit = pointsOf(analysis, measure).slice(0, -1);
  if (since.length === 0) return "No results since it started.";
  const then = endedOn === null ? "since" : "while it ran";
  const now = `${amount(average(since), measure)} in ${pluralise(since.length, unit)} ${then}`;
  if (before.length === 0) return `${sentenceCase(now)}. There is nothing from before to compare it with.`;
  const sentences = [
    `On average ${amount(average(before), measure)} before it started, ${now}.`,
    ...whatTheChartShows(analysis, before, since),
    overlapping > 0
      ? `${pluralise(overlapping, "other change")} overlapped, so it may not be this one.`
      : "The chart cannot say why.",
  ];
  return sentences.join(" ");
}

/** Whether the results since the start are more than ordinary variation, and whether the limits are early. */
function whatTheChartShows(
  { parts, direction, verdict }: Analysis,
  before: readonly AnalysedPoint[],
  since: readonly AnalysedPoint[],
): string[] {
  const [last, first] = [since.at(-1), before.at(-1)];
  const part = last && parts[last.part];
  if (last && first && last.part > first.part) return ["The limits were set anew, because it changed for good."];
  if (!part || part.limitsStatus === "run chart") return ["That is too few results to tell a change from chance."];
  const early = part.limitsStatus === "early limits" ? ["The limits are early."] : [];
  const of = (kind: AnalysedPoint["kind"]) => since.filter((point) => point.kind === kind).length;
  const [better, worse] = [of("improvement"), of("concern")];
  if (direction === "neither" || verdict === "moved") {
    return [
      verdict === "moved" || since.some((point) => point.signal) ? "The chart shows a change." : ordinary,
      ...early,
    ];
  }
  if (better === worse) return [better === 0 ? ordinary : "Its signs point both ways.", ...early];
  return [`The chart shows signs of ${better > worse ? "getting better" : getsWorse}.`, ...early];
}

const getsWorse = "getting worse";
const ordinary = "That is within ordinary variation.";

/** The average, weighted by denominator where there is one: never a mean of percentages. */
function average(points: readonly AnalysedPoint[]): number {
  const weights = points.map(({ outOf }) => outOf ?? 1);
  const total = points.reduce((sum, { value }, i) => sum + (value ?? 0) * (weights[i] ?? 1), 0);
  return total / weights.reduce((sum, weight) => sum + weight, 0);
}

type Said = { role: MeasureRole; sentence: string };

/** What gets worse of what balances a change comes first, then its outcome, what it does, and the rest. */
export function inOrderOfWeight<Measure extends Said>(measures: readonly Measure[]): Measure[] {
  const weight = ({ role, sentence }: Said) => {
    if (role === "balancing") return sentence.includes(getsWorse) ? 0 : 3;
    return role === "outcome" ? 1 : 2;
  };
  return measures.toSorted((a, b) => weight(a) - weight(b));
}
