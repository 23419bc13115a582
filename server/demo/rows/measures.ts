import type { measureContributors, measures, observations } from "@/db/schema";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";
import { contributionsTo } from "./parts";
import { loggedAt, periodOn, rhythmOf } from "./periods";

/** What is watched, who brings parts, and every figure brought so far. */
export function measureRows({ world, calendar, systemId }: DemoSystem) {
  const watched: (typeof measures.$inferInsert)[] = [];
  const contributing: (typeof measureContributors.$inferInsert)[] = [];
  const logged: (typeof observations.$inferInsert)[] = [];
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
    watched.push({
      ...measure,
      id: measureId,
      systemId,
      rhythm: rhythmOf(record),
      definedBy: demoId(`person/${definedBy}`),
      definedAt: calendar.instant(definedAt),
    });
    for (const { from } of contributors) {
      contributing.push({ systemId, measureId, organisationId: demoId(`organisation/${from}`) });
    }
    points.values.forEach((value, week) => {
      for (const { organisation, ...part } of contributionsTo({ contributors, ...measure }, value, week)) {
        logged.push({
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
  return { measures: watched, contributors: contributing, observations: logged };
}
