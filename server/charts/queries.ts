import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { chartNotes, leftOutPoints, rebases } from "@/db/schema";
import { day, instant } from "@/db/shapes";
import { inParallel, together } from "@/db/together";
import { stopRuleKinds } from "@/db/vocabulary";
import type { LeaveOutInput, NoteInput, RebaseInput } from "@/server/charts/input";
import { stopRuleSides } from "@/server/dips/input";
import { agreedTo } from "@/server/dips/queries";
import { NotFound } from "@/server/errors";
import { keptToday, notEnded, withinReach } from "@/server/experiments/queries";
import type { Measure } from "@/server/measures/queries";
import type { Who } from "@/server/who";

type MeasureOfSystem = Pick<Measure, "id" | "systemId">;

/** A rebase or left-out point: its period, reason and author, and who removed it when. */
const onChartRow = z.strictObject({
  id: z.uuid(),
  measureId: z.uuid(),
  on: day,
  words: z.string(),
  by: z.string(),
  at: instant,
  removedBy: z.string().nullable(),
  removedAt: instant.nullable(),
});
export type OnChart = z.infer<typeof onChartRow>;

const kinds = {
  rebases: sql`r.period_on::text as on, r.reason as words, name_then(p.id, p.name, r.rebased_at) as by, r.rebased_at::text as at
    from rebases r join people p on p.id = r.rebased_by`,
  leftOut: sql`r.period_on::text as on, r.reason as words, name_then(p.id, p.name, r.left_out_at) as by, r.left_out_at::text as at
    from left_out_points r join people p on p.id = r.left_out_by`,
};

/** Rebases or left-out points of measures, removed ones included, newest period first. */
export async function listOnCharts(db: Db, kind: keyof typeof kinds, measureIds: readonly string[]) {
  return read(db, onChartRow).rows(sql`
    select r.id, r.measure_id as "measureId", r.removed_at::text as "removedAt",
      (select name from people where id = r.removed_by) as "removedBy", ${kinds[kind]}
    where r.measure_id = any (${sql.param([...measureIds])}::uuid[]) order by r.period_on desc, at desc`);
}

const now = sql`leeway_now()`;

export async function rebase(tx: Transaction, it: MeasureOfSystem, rebasedBy: string, input: RebaseInput) {
  const [made] = await tx
    .insert(rebases)
    .values({ ...input, systemId: it.systemId, measureId: it.id, rebasedBy, rebasedAt: now })
    .returning({ id: rebases.id });
  if (!made) throw new NotFound();
  return made.id;
}

/** Marks a rebase as removed. @returns its period */
export async function removeRebase(tx: Transaction, it: MeasureOfSystem, removedBy: string, rebaseId: string) {
  const [removed] = await tx
    .update(rebases)
    .set({ removedAt: now, removedBy })
    .where(and(eq(rebases.id, rebaseId), eq(rebases.measureId, it.id), isNull(rebases.removedAt)))
    .returning({ periodOn: rebases.periodOn });
  if (!removed) throw new NotFound();
  return removed.periodOn;
}

export async function leaveOut(tx: Transaction, it: MeasureOfSystem, leftOutBy: string, input: LeaveOutInput) {
  const [made] = await tx
    .insert(leftOutPoints)
    .values({ ...input, systemId: it.systemId, measureId: it.id, leftOutBy, leftOutAt: now })
    .returning({ id: leftOutPoints.id });
  if (!made) throw new NotFound();
  return made.id;
}

/** Marks a left-out point as removed. @returns its period */
export async function putBack(tx: Transaction, it: MeasureOfSystem, removedBy: string, pointId: string) {
  const [removed] = await tx
    .update(leftOutPoints)
    .set({ removedAt: now, removedBy })
    .where(and(eq(leftOutPoints.id, pointId), eq(leftOutPoints.measureId, it.id), isNull(leftOutPoints.removedAt)))
    .returning({ periodOn: leftOutPoints.periodOn });
  if (!removed) throw new NotFound();
  return removed.periodOn;
}

/** A note on a chart: on one experiment's charts, or on every chart of the measure when experimentId is null. */
const noteRow = z.strictObject({
  id: z.uuid(),
  measureId: z.uuid(),
  experimentId: z.uuid().nullable(),
  title: z.string().nullable(),
  happenedOn: day,
  words: z.string(),
  by: z.string(),
});
export type Note = z.infer<typeof noteRow>;

/** The notes on measures, with an experiment's notes only where the person may see it. */
export async function listNotes(db: Db, who: Who, measureIds: readonly string[]) {
  return read(db, noteRow).rows(sql`
    select n.id, n.measure_id as "measureId", n.experiment_id as "experimentId", e.title,
      n.happened_on::text as "happenedOn", n.words, p.name as by
    from chart_notes n join people p on p.id = n.noted_by left join experiments e on e.id = n.experiment_id
    where n.measure_id = any (${sql.param([...measureIds])}::uuid[]) and n.removed_at is null
      and (n.experiment_id is null or ${withinReach(who)})
    order by n.happened_on desc, n.noted_at desc`);
}

type Noted = MeasureOfSystem & { experimentId: string | null };

export async function note(tx: Transaction, it: Noted, notedBy: string, input: NoteInput) {
  const { id: measureId, systemId, experimentId } = it;
  const [made] = await tx
    .insert(chartNotes)
    .values({ ...input, systemId, measureId, experimentId, notedBy, notedAt: now })
    .returning({ id: chartNotes.id });
  if (!made) throw new NotFound();
  return made.id;
}

/** Marks a note as removed, from a measure or from an experiment's charts. @returns its text */
export async function removeNote(
  tx: Transaction,
  of: { measureId: string } | { experimentId: string },
  removedBy: string,
  noteId: string,
) {
  const itsOwn =
    "measureId" in of
      ? and(eq(chartNotes.measureId, of.measureId), isNull(chartNotes.experimentId))
      : eq(chartNotes.experimentId, of.experimentId);
  const [removed] = await tx
    .update(chartNotes)
    .set({ removedAt: now, removedBy })
    .where(and(eq(chartNotes.id, noteId), itsOwn, isNull(chartNotes.removedAt)))
    .returning({ words: chartNotes.words });
  if (!removed) throw new NotFound();
  return removed.words;
}

/** A started experiment that uses a measure. The title is null when the person may not see the experiment. */
const changeRow = z.strictObject({
  measureId: z.uuid(),
  experimentId: z.uuid(),
  title: z.string().nullable(),
  startedOn: day,
  /** The day it was stopped or concluded. */
  endedOn: day.nullable(),
});
export type Change = z.infer<typeof changeRow>;

/** Every started experiment that uses one of the measures. */
export async function listChanges(db: Db, who: Who, measureIds: readonly string[]) {
  return read(db, changeRow).rows(sql`
    select x.measure_id as "measureId", e.id as "experimentId", case when ${withinReach(who)} then e.title end as title,
      (min(t.taken_at) filter (where t.turn = 'started') at time zone 'Europe/London')::date::text as "startedOn",
      (min(t.taken_at) filter (where t.turn in ('stopped', 'concluded')) at time zone 'Europe/London')::date::text as "endedOn"
    from experiment_measures x join experiments e on e.id = x.experiment_id
    join experiment_turns t on t.experiment_id = e.id
    where x.measure_id = any (${sql.param([...measureIds])}::uuid[])
    group by x.measure_id, e.id having bool_or(t.turn = 'started') order by 4, e.title`);
}

/** An expected dip on a measure, for its chart. */
const dipRow = z.strictObject({
  measureId: z.uuid(),
  fromOn: day,
  endsOn: day,
  worstValue: z.number(),
  agreed: z.boolean(),
});
const ruleOnChartRow = z.strictObject({
  measureId: z.uuid(),
  kind: z.enum(stopRuleKinds),
  threshold: z.number().nullable(),
  metWhen: z.enum(stopRuleSides).nullable(),
});

/** Expected dips on one measure, and stop rules of current experiments, within the person's reach. */
export async function listAgreed(db: Db, who: Who, measureId: string) {
  const ofIt = sql`x.measure_id = ${measureId}::uuid and x.removed_at is null and ${withinReach(who)}`;
  const dips = (one: Db) =>
    read(one, dipRow).rows(sql`
    select x.measure_id as "measureId", x.from_on::text as "fromOn", x.ends_on::text as "endsOn",
      x.worst_value::float8 as "worstValue", ${agreedTo} as agreed
    from expected_dips x join experiments e on e.id = x.experiment_id
    -- Not for those whose days are over
    left join lateral (select * from experiment_facts one
      where one.experiment_id = e.id and x.ends_on >= london_today() offset 0) f on true
    where ${ofIt} order by x.from_on, x.id`);
  const stopRules = (one: Db) =>
    read(one, ruleOnChartRow).rows(sql`
    select x.measure_id as "measureId", x.kind, x.threshold::float8 as threshold, x.met_when as "metWhen"
    from stop_rules x join experiments e on e.id = x.experiment_id
    join experiment_stages k on k.experiment_id = e.id and ${keptToday} and ${notEnded}
    where ${ofIt} and exists (select 1 from experiment_turns t where t.experiment_id = e.id) order by x.recorded_at, x.id`);
  return together(db, (one) => inParallel({ dips: dips(one), stopRules: stopRules(one) }));
}
