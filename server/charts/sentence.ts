import { formatNumber, uncapitalised } from "@/server/format";
import {
  amount,
  amountIn,
  inPeriod,
  limitDecimals,
  type MeasureInWords,
  naturalBounds,
  periodInWords,
} from "@/server/measures/figures";
import type { AnalysedPoint, Analysis } from "@/server/measures/spc/analysis";
import type { Assurance } from "@/server/measures/spc/verdict";
import { goalMargin } from "./goal-margin";
import { chartReason, ruleInWords, unusualOfTen } from "./reason";

/** An expected dip in a measure. */
export interface ExpectedDip {
  from: string;
  to: string;
  /** The worst value still within the dip. */
  edge: number;
  /** Whether leaders agreed to it. */
  agreed: boolean;
}

/** The message of a chart in two to four words. */
export function headline(analysis: Analysis): string {
  const { verdict, last } = analysis;
  if (!last || last.value === null) return "No results yet";
  if (verdict === "improved") return "Getting better";
  if (verdict === "deteriorated") return "Getting worse";
  if (verdict === "changed") return last.kind === "neutral high" ? "Higher than before" : "Lower than before";
  if (verdict === "moved") return "Something changed";
  if (verdict === null) return "Too early to tell";
  return oftenUnusual(analysis) ? "Back within ordinary variation" : "No real change";
}

/** The chart's summary for page, e-mail and print, in 60 words or fewer. */
export function textSummary(analysis: Analysis, measure: MeasureInWords, dips: readonly ExpectedDip[] = []): string {
  const { last } = analysis;
  if (!last || last.value === null) return "The chart begins with the first result.";
  const sentences = [
    `${amountIn(last.value, measure)} ${inPeriod(last.on, measure.rhythm)}.`,
    chartReason(analysis, analysis.points.indexOf(last), measure),
    expectation(analysis, measure),
    dipSentence(last, analysis, measure, dips),
    goalSentence(analysis, measure),
  ];
  return withinWords(
    sentences.filter((sentence) => sentence !== null),
    60,
  );
}

/** The meaning of a value just logged, shown after "Saved". */
export function sentenceAfterLogging(analysis: Analysis, measure: MeasureInWords, on: string): string {
  const i = analysis.points.findIndex((point) => point.on === on);
  const point = analysis.points[i];
  if (!point || point.value === null) return "The period is kept as one without a result.";
  const result = `${amountIn(point.value, measure)} ${inPeriod(on, measure.rhythm)}`;
  if (analysis.parts[point.part]?.limitsStatus === "run chart")
    return `${result}. ${chartReason(analysis, i, measure)}`;
  if (point.kind === "common cause") {
    const usual = range(point, analysis, measure);
    return usual ? `${result}. That is ordinary variation: ${usual}.` : `${result}. That is ordinary variation.`;
  }
  return `${result}. ${kindInWords(point)}: ${uncapitalised(chartReason(analysis, i, measure) ?? "something changed.")}`;
}

/** One point as a screen reader says it, with every rule that fires. */
export function spokenPoint(point: AnalysedPoint, analysis: Analysis, measure: MeasureInWords): string {
  const when = periodInWords(point.on, measure.rhythm).replace(/^the week/, "Week");
  if (point.value === null) return `${when}: ${point.hidden ? "hidden, because small" : "no result"}`;
  const value = `${when}: ${amountIn(point.value, measure)}`;
  if (point.leftOut) return `${value}, left out of the limits`;
  if (analysis.parts[point.part]?.limitsStatus === "run chart") return value;
  const rules = point.signals.map((signal) => ruleInWords(signal, analysis.settings));
  return [`${value}, ${uncapitalised(kindInWords(point))}`, ...(rules.length > 0 ? [rules.join("; ")] : [])].join(": ");
}

/** One point's meaning, as the chart's key names it. */
export function kindInWords({ kind, leftOut }: Pick<AnalysedPoint, "kind" | "leftOut">): string {
  if (leftOut) return "Left out of the limits";
  if (kind === "improvement") return "Getting better";
  if (kind === "concern") return "Getting worse";
  if (kind === "common cause") return "Ordinary variation";
  return kind === "neutral high" ? "Unusually high" : "Unusually low";
}

/** "38 to 70": the limits at a point, cut off at the unit's natural bounds. */
function range(point: AnalysedPoint, analysis: Analysis, measure: MeasureInWords): string | null {
  if (point.lpl === null || point.upl === null) return null;
  const { least, most } = naturalBounds(
    measure.unit,
    analysis.points.map((p) => p.value),
  );
  const decimals = limitDecimals(measure, point.lpl, point.upl);
  const low = formatNumber(Math.max(point.lpl, least ?? Number.NEGATIVE_INFINITY), decimals);
  const high = formatNumber(Math.min(point.upl, most ?? Number.POSITIVE_INFINITY), decimals);
  const percent = measure.unit === "%" ? "%" : "";
  return `${low}${percent} to ${high}${percent}`;
}

/** At least 5 of the last 10 results were unusual, so one ordinary result is not yet a return to before. */
function oftenUnusual(analysis: Analysis): boolean {
  return analysis.last !== null && unusualOfTen(analysis, analysis.points.indexOf(analysis.last)).count >= 5;
}

/** Whether results have left the baseline's level, so that its limits describe the past and predict nothing. */
function movedOn(analysis: Analysis): boolean {
  const { last } = analysis;
  return last !== null && !last.inBaseline && (last.signal !== null || oftenUnusual(analysis));
}

function expectation(analysis: Analysis, measure: MeasureInWords): string | null {
  const { last } = analysis;
  const usual = last && range(last, analysis, measure);
  if (!usual || analysis.verdict === "moved") return null;
  if (movedOn(analysis)) return `Before, it moved between ${usual.replace(" to ", " and ")}.`;
  return `If nothing changes, expect ${usual}.`;
}

function goalSentence(analysis: Analysis, measure: MeasureInWords): string | null {
  const { assurance, target } = analysis;
  if (target === null || assurance === null) return null;
  const goal = `The goal of ${amount(target, measure)}`;
  const then = movedOn(analysis);
  const margin = goalMargin(analysis, measure);
  if (margin?.side === "on") return `${goal} lies exactly on the ${margin.limit} limit: ${onALimit[assurance]}.`;
  if (assurance === "hits") return then ? `${goal} was reached every time before.` : `${goal} is reached every time.`;
  if (assurance === "misses")
    return then ? `${goal} was out of reach before.` : `${goal} is out of reach as things are.`;
  return then ? `${goal} was reached sometimes, by chance.` : `${goal} is reached sometimes, by chance.`;
}

/** How the preset counts a goal exactly on a limit. */
const onALimit: Record<Assurance, string> = {
  hits: "it counts as reached every time",
  misses: "it counts as out of reach",
  "hit and miss": "it counts as reached sometimes, by chance",
};

function dipSentence(last: AnalysedPoint, analysis: Analysis, measure: MeasureInWords, dips: readonly ExpectedDip[]) {
  const dip = dips.find(({ from, to }) => from <= last.on && last.on <= to);
  if (!dip || last.value === null || analysis.direction === "neither") return null;
  const lowIsWorse = analysis.direction === "up";
  const worseThanUsual = last.centre === null || (lowIsWorse ? last.value < last.centre : last.value > last.centre);
  if (!worseThanUsual) return null;
  const inside = lowIsWorse ? last.value >= dip.edge : last.value <= dip.edge;
  const where = `This is ${inside ? "inside" : "beyond"} the ${dip.agreed ? "agreed" : "expected"} dip to ${amount(dip.edge, measure)}`;
  return dip.agreed ? `${where}.` : `${where}, which is not agreed yet.`;
}

/** Keeps whole sentences up to a maximum number of words; sentences come most important first. */
function withinWords(sentences: readonly string[], maxWords: number): string {
  const chosen: string[] = [];
  let words = 0;
  for (const sentence of sentences) {
    words += sentence.split(/\s+/).length;
    if (words <= maxWords) chosen.push(sentence);
  }
  return chosen.join(" ");
}
