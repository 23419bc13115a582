import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { systems } from "@/db/schema";
import type { Administrator } from "@/server/policy";
import type { nameSystemInput, permissionLimitsInput } from "./input";

type Named = z.output<typeof nameSystemInput>;

export async function addSystem(db: Db, { name, population }: Named) {
  const [system] = await db.insert(systems).values({ name, population }).returning({ id: systems.id });
  if (!system) throw new Error("The system was not saved");
  return system.id;
}

export async function nameSystem(db: Db, systemId: string, { name, population }: Named) {
  await db
    .update(systems)
    .set({ name, population: population ?? null })
    .where(eq(systems.id, systemId));
}

export async function setPermissionLimits(db: Db, systemId: string, limits: z.output<typeof permissionLimitsInput>) {
  await db.update(systems).set(limits).where(eq(systems.id, systemId));
}

const systemOverviewRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  population: z.number().nullable(),
  organisations: z.number(),
  people: z.number(),
  /** Invited but never signed in. */
  waiting: z.number(),
  boards: z.number(),
});
export type SystemOverview = z.infer<typeof systemOverviewRow>;

/** An administrator's systems, with counts of people and organisations but nothing of their work. */
export async function listSystems(db: Db, administrator: Administrator): Promise<SystemOverview[]> {
  const { wholeInstallation, systemIds } = administrator;
  return read(db, systemOverviewRow).rows(sql`
    select s.id, s.name, s.population,
      (select count(*)::int from system_organisations o where o.system_id = s.id and is_current(o.from_on, o.ends_on)) as organisations,
      count(p.id)::int as people,
      (count(p.id) filter (where p.email_verified_at is null
        and not exists (select 1 from accounts a where a.person_id = p.id)))::int as waiting,
      (select count(*)::int from boards b where b.system_id = s.id) as boards
    from systems s
    left join people p on p.suspended_at is null and p.id in (
      select person_id from memberships m where m.system_id = s.id and is_current(m.from_on, m.ends_on)
      union select person_id from board_seats b where b.system_id = s.id and is_current(b.from_on, b.ends_on))
    where ${wholeInstallation} or s.id = any (${sql.param(systemIds)}::uuid[])
    group by s.id order by s.name`);
}
