import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { measures } from "@/db/schema";
import { day, idRow } from "@/db/shapes";
import { inParallel, together } from "@/db/together";
import { type MeasureRole, measureCountings, measureRhythms, measureRoles, stages, turns } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";
import { keptToday, withinReach } from "@/server/experiments/queries";
import { definitionFields } from "@/server/measures/definition";
import type { MeasureFilters } from "@/server/measures/input";
import type { Who } from "@/server/who";

/** A contributor with its first and last day; the last is when it leaves the measure or the system, or closes. */
const contributor = z.strictObject({
  organisationId: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  odsCode: z.string().nullable(),
  fromOn: day.nullable(),
  endsOn: day.nullable(),
});
export type Contributor = z.infer<typeof contributor>;

/** A measure with everything that charts need. */
const chartedRow = z.strictObject({
  ...columnsOf(measures, definitionFields),
  id: z.uuid(),
  systemId: z.uuid(),
  system: z.string(),
  rhythm: z.enum(measureRhythms),
  counting: z.enum(measureCountings),
  /** Periods of rebases, and of points left out of the limits. */
  rebasedOn: z.array(day),
  leftOutOn: z.array(day),
  version: z.number(),
  definedBy: z.string(),
  definedById: z.uuid(),
  contributors: z.array(contributor),
  /** Today in London, from the database clock. */
  today: day,
});
export type ChartedMeasure = z.infer<typeof chartedRow>;

/** The same with everything that rules and policy need. */
const measureRow = chartedRow.extend({
  /** The experiments that use it, with today's team members and the organisations taking part. */
  teams: z.array(
    z.strictObject({
      experimentId: z.uuid(),
      personIds: z.array(z.uuid()),
      organisationIds: z.array(z.uuid()),
    }),
  ),
});
export type Measure = z.infer<typeof measureRow>;

const m = alias(measures, "m");
// Raw SQL returns numeric columns as text
const definition = sql.join(
  definitionFields.map((field) => {
    const column = m[field].getSQLType() === "numeric" ? sql`${m[field]}::float8` : m[field];
    return sql`${column} as ${sql.identifier(field)}`;
  }),
  sql`, `,
);

const charted = sql`
  m.id, m.system_id as "systemId", s.name as system, m.rhythm, m.counting, ${definition}, m.version,
  p.name as "definedBy", m.defined_by as "definedById", london_today()::text as today,
  (select coalesce(json_agg(r.period_on), '[]') from rebases r
    where r.measure_id = m.id and r.removed_at is null) as "rebasedOn",
  (select coalesce(json_agg(l.period_on), '[]') from left_out_points l
    where l.measure_id = m.id and l.removed_at is null) as "leftOutOn",
  (select coalesce(json_agg(json_build_object('organisationId', o.id, 'name', o.name, 'shortName', o.short_name,
      'odsCode', o.ods_code, 'fromOn', c.from_on, 'endsOn', c.ends_on) order by o.name), '[]')
    from contributions c join organisations o on o.id = c.organisation_id where c.measure_id = m.id) as contributors`;
const matching = (condition: SQL) => sql`
  from measures m join systems s on s.id = m.system_id join people p on p.id = m.defined_by
  where ${condition} order by m.name, m.id`;

/** Measures matching a condition on `m`, ordered by name. */
const selectCharted = (db: Db, condition: SQL): Promise<ChartedMeasure[]> =>
  read(db, chartedRow).rows(sql`select ${charted} ${matching(condition)}`);

/** The same with the teams that use them, or only this person's own: all that decides what they may do. */
const selectMeasures = (db: Db, condition: SQL, teamsOf?: Who): Promise<Measure[]> =>
  read(db, measureRow).rows(sql`
    select ${charted},
      (select coalesce(json_agg(json_build_object('experimentId', x.experiment_id,
          'personIds', (select coalesce(json_agg(t.person_id), '[]') from team_members t
            where t.experiment_id = x.experiment_id and is_current(t.from_on, t.ends_on)),
          'organisationIds', (select coalesce(json_agg(e.organisation_id), '[]') from experiment_organisations e
            where e.experiment_id = x.experiment_id))), '[]')
        from experiment_measures x where x.measure_id = m.id ${teamsOf ? sql`and ${onTeamToday(teamsOf)}` : sql``}) as teams
    ${matching(condition)}`);

/** Condition on `x`: an experiment whose team they are on today. */
const onTeamToday = (who: Who) => sql`exists (select 1 from team_members t where t.experiment_id = x.experiment_id
  and t.person_id = any (${sql.param(who.accounts)}::uuid[]) and is_current(t.from_on, t.ends_on))`;

/**
 * One measure that row-level security allows. `lock` holds off other changes until the transaction ends; `teamsOf` leaves out
 * the teams that this person is not on. @throws {NotFound}
 */
export async function findMeasure(
  db: Db,
  measureId: string,
  { lock = false, teamsOf }: { lock?: boolean; teamsOf?: Who } = {},
): Promise<Measure> {
  if (lock) await db.execute(sql`select 1 from measures where id = ${measureId}::uuid for no key update`);
  const [measure] = await selectMeasures(db, sql`m.id = ${measureId}::uuid`, teamsOf);
  if (!measure) throw new NotFound();
  return measure;
}

/** Holds off redefinitions of a measure until the transaction ends, but no other who only uses it. */
export async function holdMeasure(db: Db, measureId: string): Promise<void> {
  await db.execute(sql`select 1 from measures where id = ${measureId}::uuid for share`);
}

/** Every measure of a system. */
export const listMeasuresOfSystem = (db: Db, systemId: string): Promise<ChartedMeasure[]> =>
  selectCharted(db, sql`m.system_id = ${systemId}::uuid`);

export const listMeasuresById = async (db: Db, ids: string[]): Promise<ChartedMeasure[]> =>
  ids.length === 0 ? [] : selectCharted(db, sql`m.id = any (${sql.param(ids)}::uuid[])`);

const pageSize = 20;

const pageRow = z.strictObject({ total: z.number(), ids: z.array(z.uuid()) });

/** One page of the measures matching the search, ordered by system and name. */
export async function listMeasures(db: Db, { q, page }: MeasureFilters) {
  const like = `%${(q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const fits = q ? sql`(m.name ilike ${like} or m.operational_definition ilike ${like})` : sql`true`;
  const found = await read(db, pageRow).row(sql`
    with fitting as materialized (
      select m.id, row_number() over (order by s.name, s.id, m.name, m.id) as place
      from measures m join systems s on s.id = m.system_id where ${fits})
    select (select count(*)::int from fitting) as total,
      (select coalesce(json_agg(id order by place), '[]') from fitting
        where place > ${(page - 1) * pageSize}::int and place <= ${page * pageSize}::int) as ids`);
  const { total, ids } = found ?? { total: 0, ids: [] };
  const unordered = await listMeasuresById(db, ids);
  const inOrder = ids.flatMap((id) => unordered.filter((measure) => measure.id === id));
  return { measures: inOrder, total, pages: Math.max(1, Math.ceil(total / pageSize)) };
}

/** Measures the person may be able to log for, by membership or team, with their own teams. */
export async function listMeasuresToLog(db: Db, who: Who): Promise<Measure[]> {
  const worksFor = sql.param(who.memberships.map((at) => at.organisationId));
  return selectMeasures(
    db,
    sql`m.id in (
      select c.measure_id from measure_contributors c where c.organisation_id = any (${worksFor}::uuid[])
      union
      select x.measure_id from team_members t join experiment_measures x on x.experiment_id = t.experiment_id
      where t.person_id = any (${sql.param(who.accounts)}::uuid[]) and is_current(t.from_on, t.ends_on))`,
    who,
  );
}

const linkRow = z.strictObject({ measureId: z.uuid(), role: z.enum(measureRoles) });

/** The measures of an experiment with their roles: outcome first, then process, then balancing. */
export async function listMeasuresOfExperiment(db: Db, experimentId: string) {
  const ofIt = sql`from experiment_measures x where x.experiment_id = ${experimentId}::uuid`;
  const { found, links } = await together(db, (one) =>
    inParallel({
      found: selectCharted(one, sql`m.id in (select x.measure_id ${ofIt})`),
      links: read(one, linkRow).rows(sql`select x.measure_id as "measureId", x.role ${ofIt}`),
    }),
  );
  const order: MeasureRole[] = ["outcome", "process", "balancing"];
  return order.flatMap((role) =>
    found.flatMap((measure) =>
      links.some((link) => link.measureId === measure.id && link.role === role) ? [{ ...measure, role }] : [],
    ),
  );
}

const teamRow = z.strictObject({
  measureId: z.uuid(),
  personIds: z.array(z.uuid()),
  organisationIds: z.array(z.uuid()),
});

/** Of each measure, the teams that use it and that a person is on: what their access to it follows from. */
export async function listOwnTeams(db: Db, who: Who, measureIds: readonly string[]) {
  return read(db, teamRow).rows(sql`
    select x.measure_id as "measureId", ${sql.param(who.accounts)}::uuid[] as "personIds",
      (select coalesce(json_agg(e.organisation_id), '[]') from experiment_organisations e
        where e.experiment_id = x.experiment_id) as "organisationIds"
    from experiment_measures x where x.measure_id = any (${sql.param([...measureIds])}::uuid[]) and ${onTeamToday(who)}`);
}

/** The experiments that use a measure: all, or those that have not ended. */
export async function listExperimentIds(db: Db, measureId: string, all: boolean): Promise<string[]> {
  const rows = await read(db, idRow).rows(sql`
    select x.experiment_id as id from experiment_measures x where x.measure_id = ${measureId}::uuid
      ${
        all
          ? sql``
          : sql`and not exists (select 1 from experiment_turns t where t.experiment_id = x.experiment_id
        and t.turn in ('stopped', 'concluded'))`
      }`);
  return rows.map(({ id }) => id);
}

const experimentUsingRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  role: z.enum(measureRoles),
  stage: z.enum(stages),
});

/** The experiments within the person's reach that use a measure, with its role there. */
export async function listExperimentsUsing(db: Db, who: Who, measureId: string) {
  return read(db, experimentUsingRow).rows(sql`
    select e.id, e.title, x.role, k.stage
    from experiment_measures x join experiments e on e.id = x.experiment_id
    join experiment_stages k on k.experiment_id = e.id and ${keptToday}
    where x.measure_id = ${measureId}::uuid and ${withinReach(who)} order by e.title`);
}

const turnRow = z.strictObject({ turn: z.enum(turns), on: day });

/** Days on which an experiment started, paused, resumed and ended (London time), oldest first. */
export async function listTurns(db: Db, experimentId: string) {
  return read(db, turnRow).rows(sql`
    select turn, (taken_at at time zone 'Europe/London')::date::text as on from experiment_turns
    where experiment_id = ${experimentId}::uuid order by taken_at, id`);
}
