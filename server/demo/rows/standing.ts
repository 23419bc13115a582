import type {
  acceptedConditions,
  pauseDecisions,
  pauseFixes,
  reminders,
  standingPermissions,
  standingUses,
  standingWithdrawals,
} from "@/db/schema";
import { reminderDays } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { hashMaterial } from "@/server/permissions/terms/terms";
import { standingInWords } from "@/server/standing/in-words";
import { worldToday } from "../calendar";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import { type DemoSystem, findRecord, minutesAfter } from "./demo-system";
import { materialTermsAt } from "./terms";

/** What may start without asking, what was started by it, and what was taken back. */
export function standingRows(system: DemoSystem) {
  const { world, calendar, systemId } = system;
  const id = (key: string) => demoId(`standing/${key}`);
  const given: (typeof standingPermissions.$inferInsert)[] = world.standing.map((one) => ({
    id: id(one.key),
    systemId,
    organisationId: one.for ? demoId(`organisation/${one.for}`) : null,
    highestScores: one.highestScores,
    longestWeeks: one.longestWeeks,
    note: one.note,
    fromOn: calendar.day(one.from),
    endsOn: one.until ? calendar.day(one.until) : null,
    givenBy: demoId(`person/${one.by}`),
    givenAt: calendar.instant(one.at),
  }));
  const withdrawals: (typeof standingWithdrawals.$inferInsert)[] = world.standing.flatMap(({ key, takenBack }) =>
    takenBack
      ? [
          {
            id: demoId(`standing-withdrawal/${key}`),
            systemId,
            standingId: id(key),
            reason: takenBack.reason,
            withdrawnBy: demoId(`person/${takenBack.by}`),
            withdrawnAt: calendar.instant(takenBack.at),
          },
        ]
      : [],
  );
  return { given, withdrawals, uses: world.experiments.flatMap((experiment) => useRows(system, experiment)) };
}

function useRows(system: DemoSystem, experiment: ExperimentRecord): (typeof standingUses.$inferInsert)[] {
  const { world, calendar, systemId } = system;
  return (experiment.standingUses ?? []).map((use) => {
    const standing = world.standing.find(({ key }) => key === use.standing);
    if (!standing) throw new Error(`The records know no standing permission ${use.standing}`);
    const terms = materialTermsAt(system, experiment, use.at);
    return {
      id: demoId(`use/${experiment.key}/${use.for}`),
      systemId,
      experimentId: demoId(`experiment/${experiment.key}`),
      organisationId: demoId(`organisation/${use.for}`),
      standingId: demoId(`standing/${use.standing}`),
      materialHash: hashMaterial(terms),
      terms,
      fromOn: calendar.day(use.at.slice(0, 10)),
      endsOn: calendar.day(use.until),
      words: standingInWords({
        organisation: standing.for ? findRecord(world.organisations, standing.for).name : null,
        givenBy: findRecord(world.people, standing.by).name,
        fromOn: calendar.day(standing.from),
        endsOn: standing.until ? calendar.day(standing.until) : null,
        highestScores: standing.highestScores,
        longestWeeks: standing.longestWeeks,
        note: standing.note,
        reversibleOnly: true,
      }),
      usedBy: demoId(`person/${use.by}`),
      usedAt: calendar.instant(use.at),
    };
  });
}

/** Conditions that teams accepted, what was done and decided in a pause, and the ends that people were told of. */
export function livingRows(system: DemoSystem) {
  const { world, calendar, systemId } = system;
  const rows = {
    accepted: [] as (typeof acceptedConditions.$inferInsert)[],
    decisions: [] as (typeof pauseDecisions.$inferInsert)[],
    fixes: [] as (typeof pauseFixes.$inferInsert)[],
    reminders: [] as (typeof reminders.$inferInsert)[],
  };
  for (const experiment of world.experiments) {
    const {
      key,
      requests = [],
      standingUses: uses = [],
      pauseDecisions: decided = [],
      pauseFixes: fixed = [],
    } = experiment;
    const own = { systemId, experimentId: demoId(`experiment/${key}`) };
    const ends = uses.map((use) => ({ grant: `use/${key}/${use.for}`, for: use.for, until: use.until, at: use.at }));
    requests.forEach((request, index) => {
      request.answers.forEach((given, place) => {
        const grant = `answer/${key}/${index + 1}/${place + 1}`;
        if (given.answer === "yes with conditions") {
          rows.accepted.push({
            id: demoId(`accepted/${grant}`),
            systemId,
            answerId: demoId(grant),
            acceptedBy: demoId(`person/${request.by}`),
            acceptedAt: calendar.instant(minutesAfter(given.at, 50)),
          });
        }
        if (given.answer.startsWith("yes")) {
          ends.push({ grant, for: given.for, until: given.until ?? request.until, at: given.at });
        }
      });
    });
    const endedAt = experiment.conclusion?.at.slice(0, 10) ?? "9999";
    for (const end of ends) {
      for (const daysBefore of reminderDays) {
        const on = addDays(end.until, -daysBefore);
        if (on >= worldToday || on >= endedAt || on <= end.at.slice(0, 10)) continue;
        rows.reminders.push({
          ...own,
          id: demoId(`reminder/${end.grant}/${daysBefore}`),
          organisationId: demoId(`organisation/${end.for}`),
          grantId: demoId(end.grant),
          endsOn: calendar.day(end.until),
          daysBefore,
          remindedAt: calendar.instant(`${on} 07:00`),
        });
      }
    }
    for (const { by, at, words } of fixed) {
      rows.fixes.push({
        ...own,
        id: demoId(`pause-fix/${key}/${at}`),
        inWords: words,
        reportedBy: demoId(`person/${by}`),
        reportedAt: calendar.instant(at),
      });
    }
    for (const { for: organisation, by, at, decision, reason } of decided) {
      rows.decisions.push({
        ...own,
        id: demoId(`pause-decision/${key}/${at}`),
        organisationId: demoId(`organisation/${organisation}`),
        decision,
        reason,
        decidedBy: demoId(`person/${by}`),
        decidedAt: calendar.instant(at),
      });
    }
  }
  return rows;
}
