import { definedMeasure, loggedResult } from "@/server/measures/journal-sentences";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { JournalAct } from "./act";
import type { DemoSystem } from "./demo-system";
import { loggedAt, periodOn, rhythmOf } from "./periods";

/** The measures as they were defined, and each figure as it was logged, told of the experiment that was there by then. */
export function measureActs({ world, calendar }: DemoSystem): JournalAct[] {
  const watchers = experimentsByMeasure(world.experiments);
  return Object.entries(world.measures).flatMap(([key, measure]) => {
    const { name, definedBy, definedAt, loggedBy, points } = measure;
    const details = { measureId: demoId(`measure/${key}`) };
    const watching = watchers.get(key) ?? [];
    const rhythm = rhythmOf(measure);
    return [
      { by: definedBy, at: definedAt, act: definedMeasure(name), details },
      ...points.values.map((_, turn) => {
        const at = loggedAt(measure, turn);
        const on = calendar.day(periodOn(measure, turn));
        return {
          by: loggedBy,
          at,
          act: loggedResult({ name, rhythm }, on),
          experiment: watching.find(({ registered }) => registered.at <= at)?.key,
          details: { ...details, periodOn: on },
        };
      }),
    ];
  });
}

/** By measure, the experiments that use it, in the order in which they were noted. */
function experimentsByMeasure(experiments: readonly ExperimentRecord[]): Map<string, ExperimentRecord[]> {
  const watchers = new Map<string, ExperimentRecord[]>();
  for (const experiment of experiments.toSorted((a, b) => a.registered.at.localeCompare(b.registered.at))) {
    for (const key of Object.values(experiment.measures).flat()) {
      watchers.set(key, [...(watchers.get(key) ?? []), experiment]);
    }
  }
  return watchers;
}
