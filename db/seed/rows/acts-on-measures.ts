import { amount, inPeriod } from "@/server/measures/figures";
import { daysAfter } from "../calendar";
import { demoId } from "../ids";
import type { Act } from "./act";
import { loggedAt } from "./measures";
import type { Told } from "./told";

/** The measures as they were defined, and each figure as it was logged, told of the experiment that was there by then. */
export function measureActs({ world, calendar }: Told): Act[] {
  return Object.entries(world.measures).flatMap(([key, measure]) => {
    const { name, definedBy, definedAt, loggedBy, points } = measure;
    const details = { measureId: demoId(`measure/${key}`) };
    const watching = world.experiments
      .filter(({ measures }) => Object.values(measures).flat().includes(key))
      .toSorted((a, b) => a.registered.at.localeCompare(b.registered.at));
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
