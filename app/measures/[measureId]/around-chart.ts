import { agreedOn } from "@/app/measures/agreed";
import type { Around } from "@/app/measures/drawn";
import { api } from "@/server/caller";

/** Everything needed to draw a measure's chart, on its page and in its downloads. */
export async function chartOf(measureId: string) {
  const [measure, points, chart] = await Promise.all([
    api.measures.find({ measureId }),
    api.measures.series({ measureId }),
    api.charts.ofMeasure({ measureId }),
  ]);
  const { happenings, said, agreed } = chart;
  const around: Around = { ...agreedOn({ ...measure, points }, agreed), happenings, said };
  return { measure, points, chart, around };
}
