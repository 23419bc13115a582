import type { termsVersions } from "@/db/schema";
import { hashMaterial } from "@/server/permissions/terms/terms";
import { worldToday } from "../calendar";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import { materialOf } from "./terms";
import type { Told } from "./told";

/** Since when each experiment's words are what they are: a row whenever a dip or the team changed them. */
export function wordsRows(it: Told): (typeof termsVersions.$inferInsert)[] {
  return it.world.experiments.flatMap((experiment) => {
    let before = "";
    return momentsOf(experiment).flatMap((at, index) => {
      const materialHash = hashMaterial(materialOf(it, experiment, at));
      if (materialHash === before) return [];
      before = materialHash;
      return [
        {
          id: demoId(`words/${experiment.key}/${index + 1}`),
          systemId: it.systemId,
          experimentId: demoId(`experiment/${experiment.key}`),
          materialHash,
          sinceAt: it.calendar.instant(at),
          changedBy: demoId(`person/${experiment.registered.by}`),
        },
      ];
    });
  });
}

/** When anything may have changed, oldest first: written down, dips put in and taken off, people who came and went. */
function momentsOf({ registered, writtenDown, dips = [], team }: ExperimentRecord): string[] {
  const moments = [
    writtenDown ?? registered.at,
    ...dips.flatMap(({ recorded, removed }) => [recorded, removed]),
    ...team.flatMap(({ from, to }) => [from && `${from} 00:00`, to && `${nextDay(to)} 00:00`]),
  ];
  const told = moments.flatMap((at) => (at && at <= `${worldToday} 00:00` ? [at] : []));
  return [...new Set(told)].toSorted();
}

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
