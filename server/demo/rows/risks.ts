import type { dipCarriers, expectedDips, riskCarriers, riskDrafts, risks, stopRules } from "@/db/schema";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import { type DemoSystem, minutesAfter } from "./demo-system";

/** When the risk, dip or rule at this position was recorded: one every 4 minutes. */
export const writtenAt = (experiment: ExperimentRecord, position: number) =>
  minutesAfter(experiment.risksWrittenAt ?? experiment.registered.at, 4 * position);

/** Risks, expected dips and stop rules. */
export function riskRows({ world, calendar, systemId }: DemoSystem) {
  const rows = {
    risks: [] as (typeof risks.$inferInsert)[],
    riskCarriers: [] as (typeof riskCarriers.$inferInsert)[],
    riskDrafts: [] as (typeof riskDrafts.$inferInsert)[],
    dips: [] as (typeof expectedDips.$inferInsert)[],
    dipCarriers: [] as (typeof dipCarriers.$inferInsert)[],
    stopRules: [] as (typeof stopRules.$inferInsert)[],
  };
  for (const experiment of world.experiments) {
    const { key } = experiment;
    const own = { systemId, experimentId: demoId(`experiment/${key}`) };
    const organisationId = (name: string) => demoId(`organisation/${name}`);
    experiment.risks.forEach(({ carriedBy, ...risk }, index) => {
      const id = demoId(`risk/${key}/${index + 1}`);
      rows.risks.push({
        ...risk,
        ...own,
        id,
        recordedBy: demoId(`person/${experiment.registered.by}`),
        recordedAt: calendar.instant(writtenAt(experiment, index)),
      });
      for (const name of carriedBy) {
        rows.riskCarriers.push({ systemId, riskId: id, organisationId: organisationId(name) });
      }
    });
    if (experiment.riskDraft) {
      const { by, at, ...risk } = experiment.riskDraft;
      const editedBy = demoId(`person/${by}`);
      const [id, editedAt] = [demoId(`risk-draft/${key}`), calendar.instant(at)];
      rows.riskDrafts.push({ ...own, ...risk, id, editedBy, editedAt });
    }
    experiment.dips?.forEach((dip, index) => {
      const id = demoId(`dip/${key}/${index + 1}`);
      rows.dips.push({
        ...own,
        id,
        measureId: demoId(`measure/${dip.measure}`),
        fromOn: calendar.day(dip.from),
        endsOn: calendar.day(dip.until),
        worstValue: dip.worst,
        recordedAt: calendar.instant(dip.recorded ?? writtenAt(experiment, 3)),
        removedAt: dip.removed ? calendar.instant(dip.removed) : null,
      });
      for (const name of dip.carriedBy) {
        rows.dipCarriers.push({ systemId, dipId: id, organisationId: organisationId(name) });
      }
    });
    experiment.stopRules?.forEach(({ kind, words, on }, index) => {
      rows.stopRules.push({
        ...own,
        id: demoId(`stop-rule/${key}/${index + 1}`),
        kind,
        words,
        measureId: on ? demoId(`measure/${on.measure}`) : null,
        threshold: on?.threshold,
        metWhen: on?.metWhen,
        periodsRunning: on?.weeksRunning,
        recordedAt: calendar.instant(writtenAt(experiment, 4 + index)),
      });
    });
  }
  return rows;
}
