import { type Analysed, analyse } from "@/server/charts/analyse";
import { type ChartSurroundings, chartData } from "@/server/charts/data";
import type { MeasureInWords } from "@/server/measures/figures";
import type { SystemPoint } from "@/server/measures/series";

export type DrawnMeasure = MeasureInWords & Analysed & { id: string; contributors: readonly { name: string }[] };
export type Surroundings = Omit<ChartSurroundings, "id" | "where">;

/** The data of a measure's chart, with its texts, for page and file alike. */
export function measureChartData(
  measure: DrawnMeasure,
  points: readonly SystemPoint[],
  surroundings: Surroundings = {},
) {
  const [first, ...others] = measure.contributors;
  const where = others.length > 0 ? `${others.length + 1} organisations` : first?.name;
  return chartData(analyse(measure, points), measure, { ...surroundings, id: `chart-${measure.id}`, where });
}
