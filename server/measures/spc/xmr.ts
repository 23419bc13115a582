import type { Analysis, AnalysisOptions } from "./analysis";
import { buildAnalysis, withDefaults } from "./build-analysis";
import { type MarkedPoint, markPoint, measurePart } from "./parts";
import { inDateOrder, type SpcPoint, splitAt } from "./points";
import { markSignals } from "./signals";

/**
 * The analysis of an XmR chart: limits by part, signals of every point, and the verdict.
 * Independent of agreed dips and of the order of the input.
 * @throws {RangeError} with a sentence, when the points cannot make a chart or the baseline is too short
 */
export function xmr(points: readonly SpcPoint[], options: AnalysisOptions): Analysis {
  const analysis = withDefaults(options);
  const parts = splitAt(inDateOrder(points), analysis.partsFrom).map((group) =>
    measurePart(group, analysis.baselinePoints, analysis.settings),
  );
  const judged: MarkedPoint[] = [];
  for (const [number, part] of parts.entries()) for (const row of part.rows) judged.push(markPoint(row, number, part));
  // A part too short for limits is a run chart, whose rules judge the series and not single points.
  const hasLimits = parts.map((part) => part.summary.limitsStatus !== "run chart");
  markSignals(
    judged.filter((point) => !point.leftOut && hasLimits[point.part]),
    analysis.settings,
  );
  return buildAnalysis("XmR", judged, parts, analysis);
}
