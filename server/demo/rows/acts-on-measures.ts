import { definedMeasure, loggedResult } from "@/server/measures/journal-sentences";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { JournalAct } from "./act";
import type { DemoSystem } from "./demo-system";
import { loggedAt, periodOn, rhythmOf } from "./periods";

/** Journal entries of definitions and results; a result belongs to the first experiment that used the measure by then. */
export function measureActs({ world, calendar }: DemoSystem): JournalAct[] {
  const experiments = experimentsByMeasure(world.experiments);
  return Object.entries(world.measures).flatMap(([key, measure]) => {
    const { name, definedBy, definedAt, loggedBy, points } = measure;
    const details = { measureId: demoId(`measure/${key}`) };
    const using = experiments.get(key) ?? [];
    const rhythm = rhythmOf(measure);
    return [
      { by: definedBy, at: definedAt, act: definedMeasure(name), details },
      ...points.values.map((_, index) => {
        const at = loggedAt(measure, index);
        const on = calendar.day(periodOn(measure, index));
        return {
          by: loggedBy,
          at,
          act: loggedResult({ name, rhythm }, on),
          experiment: using.find(({ registered }) => registered.at <= at)?.key,
          details: { ...details, periodOn: on },
        };
      }),
    ];
  });
}

/** The experiments that use each measure, oldest first. */
function experimentsByMeasure(experiments: readonly ExperimentRecord[]): Map<string, ExperimentRecord[]> {
  const byMeasure = new Map<string, ExperimentRecord[]>();
  for (const experiment of experiments.toSorted((a, b) => a.registered.at.localeCompare(b.registered.at))) {
    for (const key of Object.values(experiment.measures).flat()) {
      byMeasure.set(key, [...(byMeasure.get(key) ?? []), experiment]);
    }
  }
  return byMeasure;
}
