import type { reminders } from "@/db/schema";
import { reminderDays } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { worldToday } from "../calendar";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";

/** The reminders sent so far; none after an experiment has ended. */
export function reminderRows({ world, calendar, systemId }: DemoSystem): (typeof reminders.$inferInsert)[] {
  return world.experiments.flatMap((experiment) => {
    const endedOn = experiment.conclusion?.at.slice(0, 10) ?? "9999";
    return grantsOf(experiment).flatMap(({ key, organisation, at, until }) =>
      reminderDays
        .map((daysBefore) => ({ daysBefore, on: addDays(until, -daysBefore) }))
        .filter(({ on }) => on > at.slice(0, 10) && on < endedOn && on < worldToday)
        .map(({ daysBefore, on }) => ({
          id: demoId(`reminder/${key}/${daysBefore}`),
          systemId,
          experimentId: demoId(`experiment/${experiment.key}`),
          organisationId: demoId(`organisation/${organisation}`),
          grantId: demoId(key),
          endsOn: calendar.day(until),
          daysBefore,
          remindedAt: calendar.instant(`${on} 07:00`),
        })),
    );
  });
}

/** Uses of standing permissions, then each yes. */
function grantsOf({ key, requests = [], standingUses = [] }: ExperimentRecord) {
  const uses = standingUses.map((use) => ({
    key: `use/${key}/${use.for}`,
    organisation: use.for,
    at: use.at,
    until: use.until,
  }));
  const answers = requests.flatMap((request, index) =>
    request.answers.flatMap((given, place) =>
      given.answer.startsWith("yes")
        ? [
            {
              key: `answer/${key}/${index + 1}/${place + 1}`,
              organisation: given.for,
              at: given.at,
              until: given.until ?? request.until,
            },
          ]
        : [],
    ),
  );
  return [...uses, ...answers];
}
