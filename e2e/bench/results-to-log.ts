import { type SQL, sql } from "drizzle-orm";
import type { connect, Db } from "@/db/client";
import { hashToken, startSession } from "@/server/auth/session";

/** A result of the world that can be removed and logged again. */
export type ResultToLog = {
  personId: string;
  token: string;
  tokenHash: string;
  systemId: string;
  measureId: string;
  organisationId: string;
  experimentIds: string[];
  periodOn: string;
  part: { value?: number; numerator?: number; denominator?: number };
};

type Database = ReturnType<typeof connect>;
const periodsBack = 20;
const contributors = 200;

/**
 * The last periods of some measures, oldest first, each with a person who may log it. These measures have no stop rule, so
 * logging pauses nothing; one result after the other is of another measure.
 */
export async function listResultsToLog(db: Database): Promise<ResultToLog[]> {
  const { rows } = await db.execute<Omit<ResultToLog, "token" | "tokenHash">>(sql`
    with watched as materialized (
      select c.system_id, c.measure_id, c.organisation_id,
        (select m.person_id from memberships m join people p on p.id = m.person_id
          where m.organisation_id = c.organisation_id and m.system_id = c.system_id
            and is_current(m.from_on, m.ends_on) and p.suspended_at is null order by p.email limit 1) as person_id
      from measure_contributors c
      where is_current(c.from_on, c.ends_on)
        and not exists (select 1 from stop_rules r where r.measure_id = c.measure_id)
        and exists (select 1 from experiment_measures x where x.measure_id = c.measure_id)
        and exists (select 1 from observations b where b.measure_id = c.measure_id and b.organisation_id = c.organisation_id
          order by b.period_on desc offset ${periodsBack + 5} limit 1))
    select w.person_id as "personId", w.system_id as "systemId", w.measure_id as "measureId",
      w.organisation_id as "organisationId", b.period_on::text as "periodOn",
      (select json_agg(x.experiment_id) from experiment_measures x where x.measure_id = w.measure_id) as "experimentIds",
      json_strip_nulls(json_build_object('value', b.value, 'numerator', b.numerator, 'denominator', b.denominator)) as part
    from (select * from watched where person_id is not null order by organisation_id, measure_id limit ${contributors}) w
    cross join lateral (select * from observations o where o.measure_id = w.measure_id
      and o.organisation_id = w.organisation_id and o.revision = 1 order by o.period_on desc limit ${periodsBack}) b
    order by b.period_on, w.organisation_id, w.measure_id`);
  const tokens = new Map<string, string>();
  for (const { personId } of rows) {
    if (!tokens.has(personId)) tokens.set(personId, (await startSession(db, personId)).token);
  }
  return rows.map((row) => {
    const token = tokens.get(row.personId) ?? "";
    return { ...row, token, tokenHash: hashToken(token) };
  });
}

/** The last sequence number of each system's journal. */
export async function chainLengths(db: Db): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ id: string; length: number }>(
    sql`select s.id, coalesce((select max(j.sequence) from journal j where j.system_id = s.id), 0)::int as length from systems s`,
  );
  return new Map(rows.map(({ id, length }) => [id, length]));
}

/**
 * Removes these results and all that logging them wrote, so that every slice starts with the same rows. It switches off
 * the trigger that makes rows append-only, so it is only for a throwaway database.
 */
export async function removeResults(db: Database, results: ResultToLog[], lengths: Map<string, number>): Promise<void> {
  const these = JSON.stringify(
    results.map(({ measureId, organisationId, periodOn }) => ({ measureId, organisationId, periodOn })),
  );
  const chains = [...lengths].map(([id, length]): SQL => sql`(system_id = ${id}::uuid and sequence > ${length})`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      delete from observations b using json_to_recordset(${these}::json) as r("measureId" uuid, "organisationId" uuid, "periodOn" date)
      where b.measure_id = r."measureId" and b.organisation_id = r."organisationId" and b.period_on = r."periodOn"`);
    await tx.execute(sql`
      select keep_period_values((r->>'measureId')::uuid, array_agg(distinct (r->>'periodOn')::date))
      from json_array_elements(${these}::json) r group by r->>'measureId'`);
    await tx.execute(sql`delete from journal where ${sql.join(chains, sql` or `)}`);
    await tx.execute(sql`delete from idempotency_keys`);
  });
  // Deleted rows stay in the indexes until a vacuum, and would slow down every reader
  for (const table of ["observations", "period_values", "journal", "idempotency_keys"])
    await db.execute(sql.raw(`vacuum ${table}`));
}

/** Logs these results without anything else, so that a world that is kept is as it was. */
export async function restoreResults(db: Database, results: ResultToLog[]): Promise<void> {
  const rows = results.map(({ systemId, measureId, organisationId, periodOn, personId, part }) => ({
    ...{ system_id: systemId, measure_id: measureId, organisation_id: organisationId, period_on: periodOn },
    ...{ logged_by: personId, ...part },
  }));
  await db.execute(sql`
    insert into observations (id, system_id, measure_id, organisation_id, period_on, logged_by, value, numerator, denominator)
    select gen_random_uuid(), r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r(system_id uuid, measure_id uuid,
      organisation_id uuid, period_on date, logged_by uuid, value numeric, numerator numeric, denominator numeric)`);
}
