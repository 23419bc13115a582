import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded/open";
import { migrate } from "@/db/migrate";
import type { AtEnd } from "@/server/run/until-stopped";

/** A system of 30 measures in a database of a million observations, most of them another system's. */
export type MillionDatabase = { databaseUrl: string; personId: string; systemId: string; measureIds: string[] };

const systemSize = { measures: 30, contributors: 4, periods: 120 };
const otherSystemSize = { measures: 500, contributors: 4, periods: 493 };

/** Creates both systems by plain SQL; the figures are the same every time. */
export async function openMillionDatabase(folder: string, atEnd: AtEnd): Promise<MillionDatabase> {
  const settings = { max_connections: "120", autovacuum: "off" };
  const opening = openEmbedded(folder, { database: "bench_million", settings });
  atEnd(() => opening.then((embedded) => embedded.release()));
  const { url } = await opening;
  await migrate(url);
  const db = connect(url, { connections: 1 });
  try {
    await db.$client.query("set statement_timeout = 0");
    const system = await createSystem(db, "Larkmoor", systemSize);
    await createSystem(db, "Penwick", otherSystemSize);
    await db.$client.query("vacuum analyze");
    return { databaseUrl: url, ...system };
  } finally {
    await db.$client.end();
  }
}

type SystemSize = { measures: number; contributors: number; periods: number };

/** A system with measures, contributors, an experiment for each measure, weekly figures, and a chair who sees all of it. */
export async function createSystem(db: ReturnType<typeof connect>, name: string, sizes: SystemSize) {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    const firstId = async (text: ReturnType<typeof sql>) => (await tx.execute<{ id: string }>(text)).rows[0]?.id ?? "";
    const systemId = await firstId(
      sql`insert into systems (id, name) values (gen_random_uuid(), ${name}) returning id`,
    );
    const personId = await firstId(sql`insert into people (id, name) values (gen_random_uuid(), ${name}) returning id`);
    await tx.execute(sql`
      with board as (insert into boards (id, system_id, name) values (gen_random_uuid(), ${systemId}::uuid, 'Board') returning id)
      insert into board_seats (id, system_id, board_id, person_id, role, from_on)
      select gen_random_uuid(), ${systemId}::uuid, id, ${personId}::uuid, 'chair', '2020-01-01' from board`);
    await tx.execute(sql`
      with made as (insert into organisations (id, name, short_name, kind)
        select gen_random_uuid(), ${name} || ' ' || n, ${name} || n, 'community' from generate_series(1, ${sizes.contributors}) n
        returning id)
      insert into system_organisations (system_id, organisation_id, from_on)
      select ${systemId}::uuid, id, '2015-01-01' from made`);
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into measures (id, system_id, name, unit, direction, operational_definition, rhythm, counting, decimals, defined_by)
      select gen_random_uuid(), ${systemId}::uuid, 'Measure ' || n, '%', 'up', 'What is counted', 'week', 'percentage', 1, ${personId}::uuid
      from generate_series(1, ${sizes.measures}) n returning id`);
    await tx.execute(sql`
      insert into measure_contributors (system_id, measure_id, organisation_id)
      select m.system_id, m.id, so.organisation_id from measures m
      join system_organisations so on so.system_id = m.system_id where m.system_id = ${systemId}::uuid`);
    await tx.execute(sql`
      with tried as (insert into experiments (id, system_id, title, problem, change_idea, place, starts_at, shows_at,
          lead_organisation_id, shared_at, registered_by)
        select gen_random_uuid(), m.system_id, 'About ' || m.name, 'A problem', 'An idea', 'A place', 'home', 'front door',
          (select organisation_id from system_organisations where system_id = m.system_id limit 1), now(), ${personId}::uuid
        from measures m where m.system_id = ${systemId}::uuid returning id, title)
      insert into experiment_measures (system_id, experiment_id, measure_id, role)
      select m.system_id, t.id, m.id, 'outcome' from tried t join measures m on 'About ' || m.name = t.title
      where m.system_id = ${systemId}::uuid`);
    await tx.execute(sql`
      insert into observations (id, system_id, measure_id, organisation_id, period_on, numerator, denominator, logged_by)
      select gen_random_uuid(), c.system_id, c.measure_id, c.organisation_id,
        date_trunc('week', london_today())::date - 7 * week, 30 + (week * 7919 + ascii(c.measure_id::text) * 31) % 40, 100, ${personId}::uuid
      from measure_contributors c cross join generate_series(1, ${sizes.periods}) week
      where c.system_id = ${systemId}::uuid`);
    return { systemId, personId, measureIds: rows.map((row) => row.id) };
  });
}
