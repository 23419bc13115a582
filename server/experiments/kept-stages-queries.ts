import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { idRow } from "@/db/shapes";
import { stages } from "@/db/vocabulary";

const keptRow = z.strictObject({ stage: z.enum(stages) });

/** The stage that is kept for an experiment and a day; null when there is none. */
export async function findKeptStage(db: Db, experimentId: string, day: string) {
  const kept = await read(db, keptRow).row(sql`
    select k.stage from experiment_stages k
    where k.experiment_id = ${experimentId}::uuid and ${day}::date between k.from_on and k.until_on`);
  return kept?.stage ?? null;
}

const listIds = async (db: Db, query: SQL) => (await read(db, idRow).rows(query)).map(({ id }) => id);
const any = (ids: readonly string[]) => sql`any (${sql.param([...ids])}::uuid[])`;

/** Those of these experiments whose kept rows, from today on, are not what follows from their facts. */
export const listStageDifferences = (db: Db, experimentIds: readonly string[]) =>
  listIds(
    db,
    sql`select e.id from for_lists e where e.id = ${any(experimentIds)}
      and (select string_agg(${sinceToday("k")} || k.stage || ${besideStage("k")}, ', ' order by k.from_on)
          from experiment_stages k where k.experiment_id = e.id and k.until_on >= london_today())
        is distinct from (select string_agg(${sinceToday("s")} || s.stage || ${besideStage("e")}, ', ' order by s.from_on)
          from coming_stages(e.id) s)
      order by e.id`,
  );

/** Works them out anew. */
export async function rebuildStages(db: Db, experimentIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    select refresh_stages(e.id) from (select id from experiments where id = ${any(experimentIds)} order by id) e`);
}

/** Those of these organisations for which somebody answers on other days, from today on, than is kept. */
export const listAnsweringDifferences = (db: Db, organisationIds: readonly string[]) =>
  listIds(
    db,
    sql`select distinct so.organisation_id as id from system_organisations so
      where so.organisation_id = ${any(organisationIds)}
        and (select string_agg(${sinceToday("k")}, ', ' order by k.from_on) from answering_periods k
            where k.system_id = so.system_id and k.organisation_id = so.organisation_id and k.until_on >= london_today())
          is distinct from (select string_agg(${sinceToday("a")}, ', ' order by a.from_on)
            from answering_days(so.system_id, so.organisation_id) a)
      order by 1`,
  );

/** Works them out anew, and the stages of what they carry. */
export async function rebuildAnswering(db: Db, organisationIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    select refresh_answering(so.system_id, so.organisation_id)
    from (select * from system_organisations where organisation_id = ${any(organisationIds)} order by 1, 2) so`);
}

/** A period of days as text; since when it began counts only where that is to come. */
const sinceToday = (period: string) => {
  const of = sql.raw(period);
  return sql`case when ${of}.from_on > london_today() then ${of}.from_on else '-infinity' end || ' ' || ${of}.until_on || ' '`;
};

/** What a row holds beside the stage, as text; a request that is over counts no longer. */
const besideStage = (row: string) => {
  const of = sql.raw(row);
  return sql`concat_ws(' ', '', ${of}.shared, ${of}.carrier_ids, ${of}.ends_on, ${of}.request_id,
    case when ${of}.request_until >= london_today() then ${of}.request_until end)`;
};
