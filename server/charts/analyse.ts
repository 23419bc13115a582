import type { ChartKind, ChartPreset, MeasureDirection } from "@/db/vocabulary";
import type { MeasureInWords } from "@/server/measures/figures";
import { hiddenInWords, hiddenMeans, type SystemPoint } from "@/server/measures/series";
import type { Analysis } from "@/server/measures/spc/analysis";
import { attributeChart } from "@/server/measures/spc/attribute-chart";
import { kindThatFits } from "@/server/measures/spc/kinds";
import { POINTS_FOR_BASELINE, POINTS_FOR_LIMITS } from "@/server/measures/spc/limits-status";
import { nhsEngland, presets, type SpcSettings } from "@/server/measures/spc/settings";
import { xmr } from "@/server/measures/spc/xmr";
import { headline, textSummary } from "./sentence";

/** The inputs of a chart's analysis besides its points. */
export type Analysed = {
  direction: MeasureDirection;
  target: number | null;
  baselinePoints: number | null;
  /** Periods of rebases, and of points left out of the limits. */
  rebasedOn: readonly string[];
  leftOutOn: readonly string[];
  /** The tool whose rules apply. */
  preset: ChartPreset;
  chartKind: ChartKind;
};

/** The preset's settings, with our minimum of points for limits: a verdict on fewer would be chance. */
function settingsOf(preset: ChartPreset): SpcSettings {
  const settings = presets.find(({ name }) => name === preset) ?? nhsEngland;
  return { ...settings, fewestForLimits: POINTS_FOR_LIMITS };
}

/** What each series was found to be, while somebody holds it: a page says it in a sentence, draws it, and may judge it too. */
const analyses = new WeakMap<readonly SystemPoint[], { by: string; analysis: Analysis }>();

/** Analyses a measure's chart. */
export function analyse(measure: Analysed, points: readonly SystemPoint[]): Analysis {
  const { direction, target, baselinePoints, rebasedOn, leftOutOn, preset, chartKind } = measure;
  const by = JSON.stringify([direction, target, baselinePoints, rebasedOn, leftOutOn, preset, chartKind]);
  const before = analyses.get(points);
  if (before?.by === by) return before.analysis;
  const analysis = analyseAnew(measure, points);
  analyses.set(points, { by, analysis });
  return analysis;
}

/** Periods before the first value and after the last are not gaps, so they are cut off. */
function analyseAnew(measure: Analysed, points: readonly SystemPoint[]): Analysis {
  const { direction, target, baselinePoints, rebasedOn, leftOutOn, preset } = measure;
  const from = points.findIndex((point) => point.value !== null);
  const to = points.findLastIndex((point) => point.value !== null);
  const drawn = from < 0 ? [] : points.slice(from, to + 1);
  const rows = drawn.map(({ on, value, hidden, madeOf }) => {
    return { on, value, hidden, madeOf, leftOut: value !== null && leftOutOn.includes(on) };
  });
  const kind = kindThatFits(measure.chartKind, rows);
  const options = {
    direction,
    target,
    settings: settingsOf(preset),
    partsFrom: rebasedOn,
    baselinePoints: baselinePoints !== null && baselinePoints >= POINTS_FOR_BASELINE ? baselinePoints : null,
  };
  return kind === "XmR" ? xmr(rows, options) : attributeChart(kind, rows, options);
}

const othersAreMissing = "The chart begins when others who contribute have brought theirs.";

/** A measure's chart in one sentence: "Getting better: 24 minutes in the week to 5 April 2026." */
export function inOneSentence(measure: Analysed & MeasureInWords, points: readonly SystemPoint[]): string {
  const analysis = analyse(measure, points);
  if (analysis.last?.value == null) {
    if (hiddenInWords(points, measure.rhythm).length > 0) return hiddenMeans;
    return points.length > 0 ? othersAreMissing : "No results yet.";
  }
  const [latest = ""] = textSummary(analysis, measure).match(/^.*?\.(?=\s|$)/) ?? [];
  return `${headline(analysis)}: ${latest}`;
}
