import type { ChartKind } from "@/db/vocabulary";
import type { Analysis, AnalysisOptions } from "./analysis";
import { buildAnalysis, withDefaults } from "./build-analysis";
import { type ControlPoint, controlChart } from "./control-chart";
import { isOutOf } from "./kinds";
import { isOverdispersed } from "./overdispersion";
import { type MarkedPoint, type MeasuredPart, markPoint, measurePart } from "./parts";
import { inDateOrder, type SpcPoint, splitAt } from "./points";
import type { SpcSettings } from "./settings";
import { onto } from "./signals";
import { markOutside } from "./special-causes";

export type AttributeChartKind = Exclude<ChartKind, "XmR">;

/**
 * A p, u, c, t or g chart with parts, left-out points, baseline and goal, as in an XmR chart. Two differences: points are
 * marked only when outside their limits, since runs are judged for a whole part; and a part with too few results for limits
 * is a run chart whatever the kind.
 * @throws {RangeError} with a sentence, as xmr does, and when a time between events is not above 0
 */
export function attributeChart(
  kind: AttributeChartKind,
  points: readonly SpcPoint[],
  options: AnalysisOptions,
): Analysis {
  const analysis = withDefaults(options);
  const judged: MarkedPoint[] = [];
  const parts = splitAt(inDateOrder(points), analysis.partsFrom).map((group, number) => {
    const few = measurePart(group, analysis.baselinePoints, analysis.settings);
    if (few.summary.limitsStatus === "run chart") {
      judged.push(...group.map((row) => markPoint(row, number, few)));
      return few;
    }
    const { part, places } = attributePart(kind, few, analysis.settings);
    judged.push(...group.map((row, i) => judgedAt(row, number, part, places[i])));
    return part;
  });
  const marked = judged.filter((point) => !point.leftOut);
  markOutside(marked, onto(marked));
  return buildAnalysis(kind, judged, parts, analysis);
}

function attributePart(kind: AttributeChartKind, few: MeasuredPart, { screening }: SpcSettings) {
  const { rows, baseline, summary } = few;
  const stepped = isOutOf(kind);
  const countedRows = rows.map((row, at) => (stepped ? { at, ...(row.madeOf ?? none) } : { at, count: row.value }));
  const { points, parts } = controlChart(kind, countedRows, {
    leftOut: rows.flatMap((row, i) => (row.leftOut ? [i] : [])),
    freeze: baseline.length > 0 ? rows.indexOf(baseline.at(-1) as SpcPoint) + 1 : null,
    times: kind === "p" ? 100 : 1,
    screening,
  });
  const [found] = parts;
  const [first] = points;
  const limits = stepped ? { lpl: null, upl: null } : { lpl: first?.lcl ?? null, upl: first?.ucl ?? null };
  const overdispersed = isOverdispersed(
    kind,
    countedRows.filter((_, i) => !rows[i]?.leftOut),
  );
  const verdict = { stepped, overdispersed, centre: found?.centre ?? null, runs: found?.runs ?? summary.runs };
  const part: MeasuredPart = { ...few, limits: null, summary: { ...summary, ...limits, ...verdict } };
  return { part, places: points };
}

const none = { count: null, outOf: null };

function judgedAt(row: SpcPoint, number: number, part: MeasuredPart, place: ControlPoint | undefined): MarkedPoint {
  const { y = null, centre = null, lcl = null, ucl = null } = place ?? {};
  return {
    ...markPoint(row, number, part),
    ...{ centre, lpl: lcl, upl: ucl },
    side: y === null || centre === null ? null : y > centre ? 1 : y < centre ? -1 : 0,
    outside: y === null ? null : (place?.outside ?? null),
    near: null,
  };
}
