import { agreedOn } from "@/app/measures/agreed";
import type { Around } from "@/app/measures/drawn";
import { api } from "@/server/caller";

/** A measure's chart with all that stands around it: for its page and for files of it. */
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
