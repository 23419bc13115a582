import type { measureContributors, measures, observations } from "@/db/schema";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";
import { contributionsTo } from "./parts";
import { loggedAt, periodOn, rhythmOf } from "./periods";

/** Measures, their contributors and every observation. */
export function measureAndObservationRows({ world, calendar, systemId }: DemoSystem) {
  const measureRows: (typeof measures.$inferInsert)[] = [];
  const contributorRows: (typeof measureContributors.$inferInsert)[] = [];
  const observationRows: (typeof observations.$inferInsert)[] = [];
  for (const [key, record] of Object.entries(world.measures)) {
    const {
      contributors,
      points,
      loggedBy,
      definedBy,
      definedAt,
      rebases: _,
      leftOut: __,
      notes: ___,
      ...measure
    } = record;
    const measureId = demoId(`measure/${key}`);
    measureRows.push({
      ...measure,
      id: measureId,
      systemId,
      rhythm: rhythmOf(record),
      definedBy: demoId(`person/${definedBy}`),
      definedAt: calendar.instant(definedAt),
    });
    for (const { from } of contributors) {
      contributorRows.push({ systemId, measureId, organisationId: demoId(`organisation/${from}`) });
    }
    points.values.forEach((value, week) => {
      for (const { organisation, ...part } of contributionsTo({ contributors, ...measure }, value, week)) {
        observationRows.push({
          ...part,
          id: demoId(`observation/${key}/${organisation}/${week + 1}`),
          systemId,
          measureId,
          organisationId: demoId(`organisation/${organisation}`),
          periodOn: calendar.day(periodOn(record, week)),
          loggedBy: demoId(`person/${loggedBy}`),
          loggedAt: calendar.instant(loggedAt(record, week)),
        });
      }
    });
  }
  return { measures: measureRows, contributors: contributorRows, observations: observationRows };
}
