import { amount, inPeriod } from "@/server/measures/figures";
import { daysAfter } from "../calendar";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { Act } from "./act";
import { loggedAt } from "./measures";
import type { Told } from "./told";

/** The measures as they were defined, and each figure as it was logged, told of the experiment that was there by then. */
export function measureActs({ world, calendar }: Told): Act[] {
  const watchers = watchersOf(world.experiments);
  return Object.entries(world.measures).flatMap(([key, measure]) => {
    const { name, definedBy, definedAt, loggedBy, points } = measure;
    const details = { measureId: demoId(`measure/${key}`) };
    const watching = watchers.get(key) ?? [];
    const inWords = { ...measure, rhythm: "week" as const };
    return [
      { by: definedBy, at: definedAt, act: `defined a measure: "${name}"`, details },
      ...points.values.map((value, week) => {
        const at = loggedAt(measure, week);
        const periodOn = calendar.day(daysAfter(points.from, 7 * week));
        return {
          by: loggedBy,
          at,
          act: `logged ${amount(value, inWords)} for "${name}" ${inPeriod(periodOn, "week")}`,
          experiment: watching.find(({ registered }) => registered.at <= at)?.key,
          details: { ...details, periodOn },
        };
      }),
    ];
  });
}

/** By measure, the experiments that use it, in the order in which they were noted. */
function watchersOf(experiments: readonly ExperimentRecord[]): Map<string, ExperimentRecord[]> {
  const watchers = new Map<string, ExperimentRecord[]>();
  for (const experiment of experiments.toSorted((a, b) => a.registered.at.localeCompare(b.registered.at))) {
    for (const key of Object.values(experiment.measures).flat()) {
      watchers.set(key, [...(watchers.get(key) ?? []), experiment]);
    }
  }
  return watchers;
}
