import type { termsVersions } from "@/db/schema";
import { addDays } from "@/server/days";
import { hashMaterial } from "@/server/permissions/terms/terms";
import { worldToday } from "../calendar";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";
import { materialTermsAt } from "./terms";

/** A row for each change of an experiment's terms by a dip or the team. */
export function termsVersionRows(system: DemoSystem): (typeof termsVersions.$inferInsert)[] {
  return system.world.experiments.flatMap((experiment) => {
    let before = "";
    return possibleChanges(experiment).flatMap((at, index) => {
      const materialHash = hashMaterial(materialTermsAt(system, experiment, at));
      if (materialHash === before) return [];
      before = materialHash;
      return [
        {
          id: demoId(`words/${experiment.key}/${index + 1}`),
          systemId: system.systemId,
          experimentId: demoId(`experiment/${experiment.key}`),
          materialHash,
          sinceAt: system.calendar.instant(at),
          changedBy: demoId(`person/${experiment.registered.by}`),
        },
      ];
    });
  });
}

/** Every time at which the terms may have changed, oldest first. */
function possibleChanges({ registered, risksWrittenAt, dips = [], team }: ExperimentRecord): string[] {
  const moments = [
    risksWrittenAt ?? registered.at,
    ...dips.flatMap(({ recorded, removed }) => [recorded, removed]),
    ...team.flatMap(({ from, to }) => [from && `${from} 00:00`, to && `${addDays(to, 1)} 00:00`]),
  ];
  const past = moments.flatMap((at) => (at && at <= `${worldToday} 00:00` ? [at] : []));
  return [...new Set(past)].toSorted();
}
