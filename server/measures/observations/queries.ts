import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { experimentTurns } from "@/db/schema";
import { day, instant } from "@/db/shapes";
import { stopRuleKinds } from "@/db/vocabulary";
import { stopRuleSides } from "@/server/dips/input";
import { waitsForLeaderSql } from "@/server/experiments/pause-queries";
import { factsOfEach, withinReach } from "@/server/experiments/queries";
import {
  listPeriodValues,
  listPeriodValuesAsKnown,
  listPeriodValuesIfComplete,
  partShape,
} from "@/server/measures/observations/period-value-queries";
import type { Part } from "@/server/measures/part";
import type { ChartedMeasure } from "@/server/measures/queries";
import { asShown, contributesOn, type SystemPoint, systemSeries } from "@/server/measures/series";
import type { Who } from "@/server/who";

/** `knownAt` ignores everything logged later, `from` everything of earlier periods. */
type Which = { knownAt?: string | null; from?: string | null };

/** The system's values of each measure, in one query. Includes suppressed values: only for safety rules, never for output. */
async function listFullSeries(
  db: Db,
  measures: readonly ChartedMeasure[],
  { knownAt = null, from = null }: Which = {},
): Promise<Map<string, SystemPoint[]>> {
  if (measures.length === 0) return new Map();
  const ids = measures.map((measure) => measure.id);
  const sums =
    knownAt === null ? await listPeriodValues(db, ids, from) : await listPeriodValuesAsKnown(db, ids, knownAt);
  return new Map(
    measures.map((measure) => [measure.id, systemSeries(measure, measure.contributors, sums.get(measure.id) ?? [])]),
  );
}

/** The series for output: suppressed points have no value. Every response uses this. */
export async function listSeries(
  db: Db,
  measures: readonly ChartedMeasure[],
  known?: Pick<Which, "knownAt">,
): Promise<Map<string, SystemPoint[]>> {
  const series = await listFullSeries(db, measures, known);
  return new Map([...series].map(([measureId, points]) => [measureId, asShown(points)]));
}

export async function findSeries(db: Db, measure: ChartedMeasure): Promise<SystemPoint[]> {
  return asShown(await findFullSeries(db, measure));
}

/** Includes suppressed values: for rules, never for output. */
export async function findFullSeries(
  db: Db,
  measure: ChartedMeasure,
  which?: Pick<Which, "from">,
): Promise<SystemPoint[]> {
  return (await listFullSeries(db, [measure], which)).get(measure.id) ?? [];
}

/** The whole series where this period is complete, and so on the chart; else the period alone. Includes suppressed values. */
export async function findSeriesAround(db: Db, measure: ChartedMeasure, periodOn: string): Promise<SystemPoint[]> {
  const expected = measure.contributors.filter((contributor) => contributesOn(contributor, periodOn)).length;
  const sums = await listPeriodValuesIfComplete(db, measure.id, { periodOn, expected });
  return systemSeries(measure, measure.contributors, sums);
}

/** One revision of a contributor's result: who, when, why. */
const observationRow = partShape.extend({
  id: z.uuid(),
  periodOn: day,
  revision: z.number(),
  reason: z.string().nullable(),
  /** The result was undone: the period has none again. */
  undone: z.boolean(),
  by: z.string(),
  loggedBy: z.uuid(),
  at: instant,
  /** Recent enough that its author may still undo it. */
  undoable: z.boolean(),
});
export type Observation = z.infer<typeof observationRow>;

/** How long a result can be undone without a reason, by the database clock. */
const timeToUndo = sql`interval '10 minutes'`;

const observationFields = sql`b.id, b.period_on::text as "periodOn", b.revision, b.reason, b.undone, p.name as by,
  b.logged_by as "loggedBy", b.logged_at::text as at, not b.undone and b.logged_at > leeway_now() - ${timeToUndo} as undoable,
  b.value::float8 as value, b.numerator::float8 as numerator, b.denominator::float8 as denominator`;

/** One contributor's observations, newest period first, and within a period newest revision first. */
export async function listObservations(
  db: Db,
  measureId: string,
  organisationId: string,
  { from = "-infinity", to = "infinity", limit = 10_000 } = {},
) {
  return read(db, observationRow).rows(sql`
    select ${observationFields} from observations b join people p on p.id = b.logged_by
    where b.measure_id = ${measureId}::uuid and b.organisation_id = ${organisationId}::uuid
      and b.period_on between ${from}::date and ${to}::date
    order by b.period_on desc, b.revision desc limit ${limit}`);
}

type Asked = { measureId: string; organisationId: string; from: string };

/** Several contributors' observations since a day each, in the same order. */
export async function listObservationsOfEach(db: Db, parts: readonly Asked[]): Promise<Observation[][]> {
  if (parts.length === 0) return [];
  const rows = await read(db, observationRow.extend({ place: z.number() })).rows(sql`
    select x.place::int as place, b.* from unnest(${sql.param(parts.map(({ measureId }) => measureId))}::uuid[],
      ${sql.param(parts.map(({ organisationId }) => organisationId))}::uuid[],
      ${sql.param(parts.map(({ from }) => from))}::date[]) with ordinality x (measure_id, organisation_id, from_on, place)
    cross join lateral (select ${observationFields} from observations b join people p on p.id = b.logged_by
      where b.measure_id = x.measure_id and b.organisation_id = x.organisation_id and b.period_on >= x.from_on
      order by b.period_on desc, b.revision desc limit 10_000) b
    order by x.place`);
  return parts.map((_, at) => rows.filter(({ place }) => place === at + 1).map(({ place: __, ...row }) => row));
}

export type NewObservation = Part & {
  organisationId: string;
  periodOn: string;
  revision: number;
  /** Why it was corrected. */
  reason?: string;
  undone?: boolean;
};

/** Saves observations in bulk, as one JSON parameter: cheaper than one parameter for each value. */
export async function saveObservations(
  tx: Transaction,
  { id: measureId, systemId }: Pick<ChartedMeasure, "id" | "systemId">,
  loggedBy: string,
  parts: readonly NewObservation[],
): Promise<void> {
  if (parts.length === 0) return;
  const rows = JSON.stringify(parts.map((part) => ({ ...part, id: uuidv7(), undone: part.undone ?? false })));
  await tx.execute(sql`
    insert into observations (id, system_id, measure_id, organisation_id, period_on, revision, value, numerator,
      denominator, undone, reason, logged_by)
    select r.id, ${systemId}::uuid, ${measureId}::uuid, r."organisationId", r."periodOn", r.revision, r.value, r.numerator,
      r.denominator, r.undone, r.reason, ${loggedBy}::uuid
    from json_to_recordset(${rows}::json) as r(id uuid, "organisationId" uuid, "periodOn" date, revision int,
      value numeric, numerator numeric, denominator numeric, undone boolean, reason text)`);
}

const watchingRuleRow = z.strictObject({
  id: z.uuid(),
  experimentId: z.uuid(),
  title: z.string(),
  kind: z.enum(stopRuleKinds),
  threshold: z.number(),
  metWhen: z.enum(stopRuleSides),
  periodsRunning: z.number(),
  startedOn: day,
  /** Whether the person may see the experiment and its title. */
  seen: z.boolean(),
});
export type WatchingRule = z.infer<typeof watchingRuleRow>;

/**
 * The rules on a measure of running experiments, and the stop rules of those whose pause their team may lift: a stop rule met
 * meanwhile makes it wait for a leader. Locks the experiments.
 */
export async function listWatchingRules(tx: Transaction, measureId: string, who?: Who): Promise<WatchingRule[]> {
  const onIt = sql`r.measure_id = ${measureId}::uuid and r.removed_at is null`;
  const { rows: locked } = await tx.execute(sql`
    select 1 from experiments e where e.id in (select r.experiment_id from stop_rules r where ${onIt})
    order by e.id for no key update`);
  if (locked.length === 0) return [];
  return read(tx, watchingRuleRow).rows(sql`
    select r.id, r.experiment_id as "experimentId", e.title, r.kind, r.threshold::float8 as threshold,
      r.met_when as "metWhen", r.periods_running as "periodsRunning", ${who ? withinReach(who) : sql`true`} as seen,
      (f.started_at at time zone 'Europe/London')::date::text as "startedOn"
    from stop_rules r join experiments e on e.id = r.experiment_id ${factsOfEach}
    where ${onIt} and r.threshold is not null and r.met_when is not null and r.periods_running is not null
      and (f.last_turn in ('started', 'resumed') or (f.last_turn = 'paused' and r.kind = 'safety' and not ${waitsForLeaderSql}))
    order by e.id, r.recorded_at, r.id`);
}

/** Pauses an experiment because of a stop rule, without a person. */
export async function pauseByRule(tx: Transaction, systemId: string, experimentId: string, reason: string) {
  await tx.insert(experimentTurns).values({
    systemId,
    experimentId,
    turn: "paused",
    pauseReason: "a stop rule was met",
    reason,
    takenBy: null,
    takenAt: sql`leeway_now()`,
  });
}

const titleRow = z.strictObject({ title: z.string() });

/**
 * Titles of experiments that a stop rule paused when the result logged at `at` was saved, and that are still paused, within the
 * person's reach. The pause is in the same transaction, moments later.
 */
export async function listPausedSince(tx: Transaction, who: Who, measureId: string, at: string): Promise<string[]> {
  const rows = await read(tx, titleRow).rows(sql`
    select e.title from experiment_measures x join experiments e on e.id = x.experiment_id
    join lateral (select turn, pause_reason, taken_by, taken_at from experiment_turns t
      where t.experiment_id = e.id order by taken_at desc, id desc limit 1) last on true
    where x.measure_id = ${measureId}::uuid and ${withinReach(who)} and last.turn = 'paused' and last.taken_by is null
      and last.pause_reason = 'a stop rule was met'
      and last.taken_at between ${at}::timestamptz and ${at}::timestamptz + interval '5 seconds'
    order by e.title`);
  return rows.map((row) => row.title);
}
