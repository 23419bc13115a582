import { agreedOn } from "@/app/measures/agreed";
import type { Surroundings } from "@/app/measures/chart-data";
import { api } from "@/server/caller";

/** Everything needed to draw a measure's chart, on its page and in its downloads. */
export async function findChart(measureId: string) {
  const [measure, points, chart] = await Promise.all([
    api.measures.find({ measureId }),
    api.measures.series({ measureId }),
    api.charts.ofMeasure({ measureId }),
  ]);
  const { happenings, sentences, agreed } = chart;
  const surroundings: Surroundings = { ...agreedOn({ ...measure, points }, agreed), happenings, sentences };
  return { measure, points, chart, surroundings };
}
