import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { NotFound } from "@/server/errors";

/** The organisations that serve in the person's systems today, system by system. */
export async function listOrganisations(db: Db) {
  const { rows } = await db.execute<{
    systemId: string;
    system: string;
    id: string;
    name: string;
    shortName: string;
    kind: string;
  }>(sql`
    select so.system_id as "systemId", s.name as system, o.id, o.name, o.short_name as "shortName", o.kind
    from system_organisations so
    join organisations o on o.id = so.organisation_id
    join systems s on s.id = so.system_id
    where is_current(so.from_on, so.ends_on) and is_current(o.from_on, o.ends_on)
    order by s.name, o.name`);
  return rows;
}

/** The systems the person may enter now. */
export async function listSystems(db: Db) {
  const { rows } = await db.execute<{ id: string; name: string; population: number | null }>(
    sql`select id, name, population from systems where id = any (current_systems()) order by name`,
  );
  return rows;
}

/** A system that the person may enter now. */
export async function findSystem(db: Db, systemId: string) {
  const { rows } = await db.execute<{ id: string; name: string; today: string }>(sql`
    select id, name, london_today()::text as today from systems
    where id = ${systemId}::uuid and id = any (current_systems())`);
  const [system] = rows;
  if (!system) throw new NotFound();
  return system;
}

/** People who work in the person's systems today, for choosing a team: name, job and where. */
export async function listColleagues(db: Db, systemId: string) {
  const { rows } = await db.execute<{ id: string; name: string; job: string | null; organisation: string }>(sql`
    select p.id, p.name, p.job, string_agg(distinct o.short_name, ', ') as organisation
    from memberships m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
    where m.system_id = ${systemId}::uuid and is_current(m.from_on, m.ends_on) and p.suspended_at is null
    group by p.id, p.name, p.job order by p.name`);
  return rows;
}

/** Today in London, by the database's clock. */
export async function findToday(db: Db): Promise<string> {
  const { rows } = await db.execute<{ today: string }>(sql`select london_today()::text as today`);
  return rows[0]?.today ?? "";
}
