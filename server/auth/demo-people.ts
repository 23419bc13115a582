import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { installation, people } from "@/db/schema";
import { NotFound } from "@/server/errors";
import { type StartedSession, startSession } from "./session";

/** A person of the demo world, as the sign-in page lists them. */
const demoPersonRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  job: z.string().nullable(),
  organisations: z.array(z.string()),
});
export type DemoPerson = z.infer<typeof demoPersonRow>;

/** Signing in as anyone is allowed only if the launcher enables it and the database is marked as the demo world. */
export async function isDemoWorld(database: Db): Promise<boolean> {
  if (process.env.LEEWAY_DEMO !== "1") return false;
  const [mark] = await database.select({ demoWorld: installation.demoWorld }).from(installation);
  return mark?.demoWorld === true;
}

/** Everyone who can sign in, with the organisation they work in or sit on a board for; empty outside the demo world. */
export async function listDemoPeople(database: Db): Promise<DemoPerson[]> {
  if (!(await isDemoWorld(database))) return [];
  return read(database, demoPersonRow).rows(sql`
    select p.id, p.name, p.job, coalesce(array_agg(o.name order by at.place, o.name) filter (where o.id is not null), '{}') as organisations
    from people p
    left join lateral (
      select organisation_id, min(place) as place from (
        select organisation_id, 1 as place from memberships where person_id = p.id and is_current(from_on, ends_on)
        union all select organisation_id, 2 from board_seats where person_id = p.id and is_current(from_on, ends_on)
        union all select organisation_id, 3 from administrators where person_id = p.id
      ) held group by organisation_id
    ) at on true
    left join organisations o on o.id = at.organisation_id
    where p.suspended_at is null
    group by p.id
    order by p.name`);
}

/** Signs in as a person of the demo world; outside it, nobody is found. */
export async function startDemoSession(database: Db, personId: string): Promise<StartedSession> {
  if (!(await isDemoWorld(database))) throw new NotFound();
  const [found] = await database
    .select({ id: people.id })
    .from(people)
    .where(sql`${eq(people.id, personId)} and ${people.suspendedAt} is null`);
  if (!found) throw new NotFound();
  return startSession(database, found.id);
}
