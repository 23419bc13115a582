import type { measureContributors, measures, observations } from "@/db/schema";
import { daysAfter, worldToday } from "../calendar";
import { demoId } from "../ids";
import type { MeasureRecord } from "../records";
import { partsOf } from "./parts";
import type { Told } from "./told";

/** What is watched, who brings parts, and every figure brought so far. */
export function measureRows({ world, calendar, systemId }: Told) {
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
      chartKind = "XmR",
      rebases: _,
      leftOut: __,
      notes: ___,
      ...measure
    } = record;
    const measureId = demoId(`measure/${key}`);
    watched.push({
      ...measure,
      chartKind,
      id: measureId,
      systemId,
      rhythm: "week",
      definedBy: demoId(`person/${definedBy}`),
      definedAt: calendar.instant(definedAt),
    });
    for (const { from } of contributors) {
      contributing.push({ systemId, measureId, organisationId: demoId(`organisation/${from}`) });
    }
    points.values.forEach((value, week) => {
      for (const { organisation, ...part } of partsOf({ contributors, ...measure }, value, week)) {
        logged.push({
          ...part,
          id: demoId(`observation/${key}/${organisation}/${week + 1}`),
          systemId,
          measureId,
          organisationId: demoId(`organisation/${organisation}`),
          periodOn: calendar.day(daysAfter(points.from, 7 * week)),
          loggedBy: demoId(`person/${loggedBy}`),
          loggedAt: calendar.instant(loggedAt({ points }, week)),
        });
      }
    });
  }
  return { measures: watched, contributors: contributing, observations: logged };
}

/** On Monday morning after the week; the latest week on its Sunday evening, because today's morning may not have come yet. */
export function loggedAt({ points }: Pick<MeasureRecord<string, string>, "points">, week: number): string {
  const monday = daysAfter(points.from, 7 * (week + 1));
  if (monday >= worldToday) return `${daysAfter(worldToday, -1)} 19:35`;
  return `${monday} ${mornings[week % mornings.length]}`;
}

const mornings = ["06:50", "08:10", "07:35", "09:05", "08:40"];
