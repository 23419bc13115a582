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

/** What a chart is worked out from, besides its points. */
export type Analysed = {
  direction: MeasureDirection;
  target: number | null;
  baselinePoints: number | null;
  /** Periods from which people set the limits anew, and periods they left out. */
  rebasedOn: readonly string[];
  leftOutOn: readonly string[];
  /** Whose settings it is worked out by. */
  preset: ChartPreset;
  /** What the chart takes for ordinary variation. */
  chartKind: ChartKind;
};

/** Whoever's rules it is: a verdict on a few results would be chance, so they make a run chart. */
function settingsOf(preset: ChartPreset): SpcSettings {
  const settings = presets.find(({ name }) => name === preset) ?? nhsEngland;
  return { ...settings, fewestForLimits: POINTS_FOR_LIMITS };
}

/** The chart of a measure as numbers. Periods before the first value and after the last are not gaps: nothing is drawn there. */
export function analyse(measure: Analysed, points: readonly SystemPoint[]): Analysis {
  const { direction, target, baselinePoints, rebasedOn, leftOutOn, preset } = measure;
  const from = points.findIndex((point) => point.value !== null);
  const to = points.findLastIndex((point) => point.value !== null);
  const drawn = from < 0 ? [] : points.slice(from, to + 1);
  const rows = drawn.map(({ on, value, hidden, madeOf }) => {
    return { on, value, hidden, madeOf, leftOut: value !== null && leftOutOn.includes(on) };
  });
  const kind = kindThatFits(measure.chartKind, rows);
  const how = {
    direction,
    target,
    settings: settingsOf(preset),
    partsFrom: rebasedOn,
    baselinePoints: baselinePoints !== null && baselinePoints >= POINTS_FOR_BASELINE ? baselinePoints : null,
  };
  return kind === "XmR" ? xmr(rows, how) : attributeChart(kind, rows, how);
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
