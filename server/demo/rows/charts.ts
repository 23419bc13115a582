import type { chartNotes, leftOutPoints, pdsaCycles, rebases } from "@/db/schema";
import { demoId } from "../ids";
import type { OnChartRecord } from "../records";
import type { DemoSystem } from "./demo-system";

/** New limits, points left out, notes and cycles. */
export function chartRows(system: DemoSystem) {
  const { world, calendar, systemId } = system;
  const rows = {
    rebases: [] as (typeof rebases.$inferInsert)[],
    leftOut: [] as (typeof leftOutPoints.$inferInsert)[],
    notes: [] as (typeof chartNotes.$inferInsert)[],
    cycles: world.experiments.flatMap((experiment) => cycleRows(system, experiment)),
  };
  const by = (person: string) => demoId(`person/${person}`);
  const removal = ({ takenBack }: OnChartRecord<string>) => ({
    removedBy: takenBack ? by(takenBack.by) : null,
    removedAt: takenBack ? calendar.instant(takenBack.at) : null,
  });
  for (const [key, measure] of Object.entries(world.measures)) {
    const own = { systemId, measureId: demoId(`measure/${key}`) };
    for (const one of measure.rebases ?? []) {
      const [id, periodOn, rebasedAt] = [
        demoId(`rebase/${key}/${one.on}`),
        calendar.day(one.on),
        calendar.instant(one.at),
      ];
      rows.rebases.push({
        ...own,
        ...removal(one),
        id,
        periodOn,
        reason: one.words,
        rebasedBy: by(one.by),
        rebasedAt,
      });
    }
    for (const one of measure.leftOut ?? []) {
      const [id, periodOn, leftOutAt] = [
        demoId(`left-out/${key}/${one.on}`),
        calendar.day(one.on),
        calendar.instant(one.at),
      ];
      rows.leftOut.push({
        ...own,
        ...removal(one),
        id,
        periodOn,
        reason: one.words,
        leftOutBy: by(one.by),
        leftOutAt,
      });
    }
    for (const one of measure.notes ?? []) {
      const [id, happenedOn, notedAt] = [
        demoId(`note/${key}/${one.on}`),
        calendar.day(one.on),
        calendar.instant(one.at),
      ];
      rows.notes.push({ ...own, ...removal(one), id, happenedOn, words: one.words, notedBy: by(one.by), notedAt });
    }
  }
  for (const { key, notes = [] } of world.experiments) {
    for (const one of notes) {
      rows.notes.push({
        id: demoId(`note/${key}/${one.on}`),
        systemId,
        measureId: demoId(`measure/${one.measure}`),
        experimentId: demoId(`experiment/${key}`),
        happenedOn: calendar.day(one.on),
        words: one.words,
        notedBy: by(one.by),
        notedAt: calendar.instant(one.at),
      });
    }
  }
  return rows;
}

function cycleRows(
  { calendar, systemId }: DemoSystem,
  { key, cycles = [] }: DemoSystem["world"]["experiments"][number],
): (typeof pdsaCycles.$inferInsert)[] {
  return cycles.map((cycle, index) => ({
    id: demoId(`cycle/${key}/${index + 1}`),
    systemId,
    experimentId: demoId(`experiment/${key}`),
    number: index + 1,
    plan: cycle.plan,
    prediction: cycle.expect,
    fromOn: calendar.day(cycle.from),
    endsOn: cycle.until ? calendar.day(cycle.until) : null,
    done: cycle.done,
    studied: cycle.seen?.words,
    act: cycle.seen?.act ?? null,
    version: cycle.seen ? 2 : 1,
    plannedBy: demoId(`person/${cycle.by}`),
    plannedAt: calendar.instant(cycle.at),
  }));
}
