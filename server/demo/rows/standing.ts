import type { standingConfirmations, standingPermissions, standingUses, standingWithdrawals } from "@/db/schema";
import { hashMaterial } from "@/server/permissions/terms/terms";
import { standingInWords } from "@/server/standing/in-words";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import { type DemoSystem, findRecord } from "./demo-system";
import { materialTermsAt } from "./terms";

/** Standing permissions, their uses and withdrawals. */
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
  const confirmations: (typeof standingConfirmations.$inferInsert)[] = world.standing.flatMap(({ key, confirmed }) =>
    confirmed
      ? [
          {
            id: demoId(`standing-confirmation/${key}`),
            systemId,
            standingId: id(key),
            confirmedBy: demoId(`person/${confirmed.by}`),
            confirmedAt: calendar.instant(confirmed.at),
          },
        ]
      : [],
  );
  return {
    given,
    confirmations,
    withdrawals,
    uses: world.experiments.flatMap((experiment) => useRows(system, experiment)),
  };
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
      }),
      usedBy: demoId(`person/${use.by}`),
      usedAt: calendar.instant(use.at),
    };
  });
}
