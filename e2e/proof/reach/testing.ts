import { sql } from "drizzle-orm";
import type { connect, Db } from "@/db/client";
import type { KnownFields } from "./examples";
import type { PlantedFigure } from "./planted";

type Database = ReturnType<typeof connect>;
const weeks = 16;

/**
 * Replaces the results of shared measures: each contributor gets its own figure, the same every week; for a percentage a
 * numerator and a denominator. It switches off the triggers, those that make rows append-only and those that keep series ready.
 */
export async function plantFigures(db: Database): Promise<PlantedFigure[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    const shared = sql`(select measure_id from measure_contributors group by measure_id having count(*) > 1)`;
    await tx.execute(sql`delete from observations where measure_id in ${shared}`);
    const { rows } = await tx.execute<{ measureId: string; organisationId: string; figures: number[] }>(sql`
      with planted as (
        select c.system_id, c.measure_id, c.organisation_id, m.counting, m.defined_by,
          row_number() over (order by c.measure_id, c.organisation_id) as place
        from measure_contributors c join measures m on m.id = c.measure_id where c.measure_id in ${shared}),
      figures as (select planted.*, 1000003 + place * place * 7919 as one, 5000011 + place * place * 6101 as two from planted),
      kept as (
        insert into observations (id, system_id, measure_id, organisation_id, period_on, value, numerator, denominator, logged_by)
        select gen_random_uuid(), system_id, measure_id, organisation_id, date_trunc('week', london_today())::date - 7 * week,
          case when counting in ('count', 'value') then one end, case when counting in ('percentage', 'ratio') then one end,
          case when counting in ('percentage', 'ratio') then two end, defined_by
        from figures cross join generate_series(1, ${weeks}) week)
      select measure_id as "measureId", organisation_id as "organisationId",
        case when counting in ('count', 'value') then json_build_array(one) else json_build_array(one, two) end as figures
      from figures`);
    await tx.execute(sql`select rebuild_period_values(measure_id) from ${shared} planted`);
    return rows;
  });
}

/** For every contributor of a shared measure: the ids and values that examples need. */
export async function listExamples(db: Database, systemId: string): Promise<KnownFields[]> {
  const one = (table: string) =>
    sql.raw(`(select t.id from ${table} t where t.experiment_id = e.id order by t.id limit 1)`);
  const { rows } = await db.execute<KnownFields>(sql`
    select m.id as "measureId", c.organisation_id as "organisationId", m.system_id as "systemId",
      coalesce(e.id, (select id from experiments where system_id = m.system_id order by id limit 1)) as "experimentId",
      ${one("permission_requests")} as "requestId", ${one("risks")} as "riskId", ${one("expected_dips")} as "dipId",
      ${one("stop_rules")} as "stopRuleId", ${one("board_reviews")} as "reviewId",
      (select a.id from permission_answers a join permission_requests r on r.id = a.request_id
        where r.experiment_id = e.id order by a.id limit 1) as "answerId",
      b.id as "boardId", c.organisation_id as "leadOrganisationId", c.organisation_id as "carriedBy",
      c.organisation_id as "takingPart", c.organisation_id as contributor,
      m.defined_by as "personId",
      (date_trunc('week', london_today())::date - 7)::text as "periodOn", (london_today() + 7)::text as "aDay",
      case when m.counting in ('count', 'value') then 12 end as value,
      case when m.counting in ('percentage', 'ratio') then 12 end as numerator
    from measures m join measure_contributors c on c.measure_id = m.id
    left join experiment_measures x on x.measure_id = m.id left join experiments e on e.id = x.experiment_id
    cross join lateral (select id from boards where system_id = m.system_id order by id limit 1) b
    where m.system_id = ${systemId}::uuid and m.id in (select measure_id from measure_contributors group by measure_id having count(*) > 1)
    order by m.id, c.organisation_id`);
  return rows.map((known) => Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)));
}

/** Only for the control test: no procedure may run this query. */
export async function listAllFigures(db: Db) {
  const { rows } = await db.execute<{ measureId: string; organisationId: string }>(sql`
    select measure_id as "measureId", organisation_id as "organisationId", value::float8 as value,
      numerator::float8 as numerator from observations`);
  return rows;
}
