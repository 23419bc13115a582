import { type MeasureInWords, naturalBounds } from "@/server/measures/figures";
import type { Analysis } from "@/server/measures/spc/analysis";
import { markOf } from "./data";
import { limitSteps } from "./parts";
import { headline } from "./sentence";

/** As many points as have room. */
const mostPoints = 120;

/** Chart data without labels, for pages with many small charts: of the last points, judged among all. */
export function smallChart(analysis: Analysis, measure: MeasureInWords) {
  const points = analysis.points.slice(-mostPoints);
  const parts = analysis.parts.map((part, number) => ({ ...part, number })).slice(points[0]?.part ?? 0);
  return {
    title: `${headline(analysis)}: ${measure.name}`,
    betterIs: measure.direction,
    points: points.map((point) => ({ value: point.value, mark: markOf(point) })),
    parts: parts.map(({ centre, lpl, upl, limitsStatus, stepped, number }) => ({
      from: points.findIndex((point) => point.part === number),
      to: points.findLastIndex((point) => point.part === number),
      ...{ centre, lower: lpl, upper: upl, early: limitsStatus === "early limits" },
      steps: stepped ? limitSteps(points, number) : null,
    })),
    ...naturalBounds(
      measure.unit,
      analysis.points.map((point) => point.value),
    ),
  };
}
