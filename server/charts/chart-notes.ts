import type { MeasureRhythm } from "@/db/vocabulary";
import { formatNumber, sentenceCase } from "@/server/format";
import { type MeasureInWords, periodNames } from "@/server/measures/figures";
import { LARGEST_SMALL } from "@/server/measures/small-numbers";
import type { Analysis } from "@/server/measures/spc/analysis";
import { lagCorrelation, R1_TO_WARN } from "@/server/measures/spc/autocorrelation";
import { isByEvent } from "@/server/measures/spc/kinds";
import { POINTS_FOR_FIRM_LIMITS, POINTS_FOR_LIMITS } from "@/server/measures/spc/limits-status";
import { marginInWords } from "./goal-margin";
import { centreName, limitsFrom, moreThanChance, pointsOf, runsInWords, whyTheyMove } from "./kind-sentences";

/** The notes under a chart: where its limits come from, and cautions. */
export function notes(analysis: Analysis, measure: MeasureInWords): string[] {
  const { settings, limitsStatus, last, r1, missing, points } = analysis;
  const part = last && analysis.parts[last.part];
  if (!part) return [];
  const { rhythm } = measure;
  const unit = pointsOf(analysis, measure);
  const leftOut = points.filter((point) => point.leftOut).length;
  const sentences: string[] = [];
  if (limitsStatus === "run chart") {
    sentences.push(`A run chart with its median: limits come with ${POINTS_FOR_LIMITS} results.`);
  } else {
    const all =
      part.points ===
      points.filter((point) => point.part === last.part && point.value !== null && !point.leftOut).length;
    const from = all ? `all ${part.points} results` : `the first ${part.points} results`;
    const since = last.part > 0 ? " since they were last set" : "";
    const screened = settings.screening === "none" ? "" : ", the largest steps screened out";
    sentences.push(
      analysis.kind === "XmR"
        ? `Limits from ${from}${since}${screened}. Rules: ${settings.name}.`
        : `Limits from ${from}${since}${analysis.kind === "t" ? screened : ""}, and ${limitsFrom[analysis.kind]}.`,
    );
    sentences.push(...[whyTheyMove(analysis, measure)].filter((why) => why !== null));
  }
  if (limitsStatus === "early limits")
    sentences.push(`Early limits: from ${POINTS_FOR_FIRM_LIMITS} results on they are firm.`);
  if (part.overdispersed) sentences.push(`${sentenceCase(moreThanChance)}.`);
  if (analysis.kind !== "XmR" && part.runs.signal && limitsStatus !== "run chart") {
    sentences.push(runsInWords(part.runs, centreName(analysis.kind, part)));
  }
  sentences.push(...[marginInWords(analysis, measure)].filter((margin) => margin !== null));
  if (r1 !== null && r1 > R1_TO_WARN) {
    sentences.push(
      `Each result is much like the one before it (r₁ ${formatNumber(r1, 2)}), so signs of change are less sure.`,
    );
  }
  sentences.push(...season(analysis, rhythm));
  const inUnits = (count: number) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  const hidden = points.filter((point) => point.hidden).length;
  if (missing > hidden) sentences.push(`${inUnits(missing - hidden)} without a result: left as a gap.`);
  if (hidden > 0)
    sentences.push(`${inUnits(hidden)} left as a gap, because figures of 1 to ${LARGEST_SMALL} are hidden.`);
  if (leftOut > 0)
    sentences.push(
      `${leftOut} ${leftOut === 1 ? "result" : "results"} left out of the limits, and marked with a cross.`,
    );
  return sentences;
}

/** Length of a season in periods, and the advice for seasonal results. */
const seasons: Record<MeasureRhythm, { lag: number; advice: string }> = {
  day: { lag: 7, advice: "compare whole weeks, or the same day of the week" },
  week: { lag: 52, advice: "look at the same week of last year as well" },
  month: { lag: 12, advice: "look at the same month of last year as well" },
};

/** Advice when results one season apart correlate, given two seasons or more in the last part. */
function season({ kind, points, last }: Analysis, rhythm: MeasureRhythm): string[] {
  if (isByEvent(kind)) return [];
  const { lag, advice } = seasons[rhythm];
  const values = points.filter((point) => point.part === last?.part && !point.leftOut).map((point) => point.value);
  if (values.length < 2 * lag) return [];
  const r = lagCorrelation(values, lag);
  if (r === null || r <= R1_TO_WARN) return [];
  return [`Results ${lag} ${periodNames[rhythm]} apart are alike (${formatNumber(r, 2)}): ${advice}.`];
}
