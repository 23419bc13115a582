import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { systems } from "@/db/schema";
import { day, named } from "@/db/shapes";
import { organisationKinds } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";

const organisationRow = z.strictObject({
  systemId: z.uuid(),
  system: z.string(),
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(organisationKinds),
});

/** The organisations that serve in the person's systems today, by system. */
export async function listOrganisations(db: Db) {
  return read(db, organisationRow).rows(sql`
    select so.system_id as "systemId", s.name as system, o.id, o.name, o.short_name as "shortName", o.kind
    from system_organisations so
    join organisations o on o.id = so.organisation_id
    join systems s on s.id = so.system_id
    where is_current(so.from_on, so.ends_on) and is_current(o.from_on, o.ends_on)
    order by s.name, o.name`);
}

const systemInListRow = z.strictObject({ ...columnsOf(systems, ["id", "name", "population"]) });

/** The systems the person may enter now. */
export async function listSystems(db: Db) {
  return read(db, systemInListRow).rows(sql`
    select id, name, population from systems where id = any (current_systems()) order by name`);
}

const systemRow = named.extend({ today: day });

/** A system that the person may enter now. */
export async function findSystem(db: Db, systemId: string) {
  const system = await read(db, systemRow).row(sql`
    select id, name, london_today()::text as today from systems
    where id = ${systemId}::uuid and id = any (current_systems())`);
  if (!system) throw new NotFound();
  return system;
}

const colleagueRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  job: z.string().nullable(),
  organisation: z.string(),
});

/** People who work in the person's systems today, for choosing a team: name, job and where. */
export async function listColleagues(db: Db, systemId: string) {
  return read(db, colleagueRow).rows(sql`
    select p.id, p.name, p.job, string_agg(distinct o.short_name, ', ') as organisation
    from memberships m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
    where m.system_id = ${systemId}::uuid and is_current(m.from_on, m.ends_on) and p.suspended_at is null
    group by p.id, p.name, p.job order by p.name`);
}

const todayRow = z.strictObject({ today: day });

/** Today in London, by the database's clock. */
export async function findToday(db: Db): Promise<string> {
  const row = await read(db, todayRow).row(sql`select london_today()::text as today`);
  return row?.today ?? "";
}
