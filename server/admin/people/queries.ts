import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { people } from "@/db/schema";
import { day, totalRow } from "@/db/shapes";
import { membershipRoles, seatRoles } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";
import type { Administrator } from "@/server/policy";
import type { Theirs } from "./why-not-theirs";

export const perPage = 50;

const personInListRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  job: z.string().nullable(),
  email: z.string().nullable(),
  suspended: z.boolean(),
  hasSignedIn: z.boolean(),
  /** "QUH, Ward 7B": where they work here today. */
  works: z.array(z.string()),
});
export type PersonInList = z.infer<typeof personInListRow>;

const belongsHere = (systemId: string) => sql`p.id in (
  select person_id from memberships where system_id = ${systemId}::uuid
  union select person_id from board_seats where system_id = ${systemId}::uuid
  union select person_id from administrators where system_id = ${systemId}::uuid)`;
const hasSignedIn = sql`(p.email_verified_at is not null or exists (select 1 from accounts a where a.person_id = p.id))`;
const worksHere = (systemId: string) => sql`coalesce((
  select array_agg(concat_ws(', ', o.short_name, m.team, case m.role when 'leader' then 'leader' end) order by o.short_name)
  from memberships m join organisations o on o.id = m.organisation_id
  where m.person_id = p.id and m.system_id = ${systemId}::uuid and is_current(m.from_on, m.ends_on)), '{}')`;

/** A system's present and past people, including board members and administrators, by name. `q` searches names, jobs and e-mail addresses. */
export async function listPeople(db: Db, systemId: string, { q, page }: { q?: string; page: number }) {
  const pattern = `%${(q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await read(db, personInListRow.extend(totalRow.shape)).rows(sql`
    select p.id, p.name, p.job, p.email, p.suspended_at is not null as suspended, ${hasSignedIn} as "hasSignedIn",
      ${worksHere(systemId)} as works, (count(*) over ())::int as total
    from people p
    where ${belongsHere(systemId)} and (p.name ilike ${pattern} or p.job ilike ${pattern} or p.email ilike ${pattern})
    order by p.name, p.id limit ${perPage} offset ${(page - 1) * perPage}`);
  const total = rows[0]?.total ?? 0;
  return { people: rows.map(({ total: _, ...person }) => person), total, pages: Math.ceil(total / perPage) };
}

const held = z.strictObject({ id: z.uuid(), fromOn: day, endsOn: day.nullable(), current: z.boolean() });
const personRow = personInListRow.extend({
  memberships: z.array(
    held.extend({ organisation: z.string(), team: z.string().nullable(), role: z.enum(membershipRoles) }),
  ),
  seats: z.array(held.extend({ board: z.string(), boardId: z.uuid(), role: z.enum(seatRoles) })),
});

/** A present or past person of a system, with their roles in this system only. */
export async function findPerson(db: Db, systemId: string, personId: string) {
  const person = await read(db, personRow).row(sql`
    select p.id, p.name, p.job, p.email, p.suspended_at is not null as suspended, ${hasSignedIn} as "hasSignedIn",
      ${worksHere(systemId)} as works,
      coalesce((select json_agg(json_build_object('id', m.id, 'organisation', o.name, 'team', m.team, 'role', m.role,
          'fromOn', m.from_on, 'endsOn', m.ends_on, 'current', is_current(m.from_on, m.ends_on)) order by m.from_on desc, o.name)
        from memberships m join organisations o on o.id = m.organisation_id
        where m.person_id = p.id and m.system_id = ${systemId}::uuid), '[]') as memberships,
      coalesce((select json_agg(json_build_object('id', s.id, 'board', b.name, 'boardId', b.id, 'role', s.role,
          'fromOn', s.from_on, 'endsOn', s.ends_on, 'current', is_current(s.from_on, s.ends_on)) order by s.from_on desc, b.name)
        from board_seats s join boards b on b.id = s.board_id
        where s.person_id = p.id and s.system_id = ${systemId}::uuid), '[]') as seats
    from people p where p.id = ${personId}::uuid and ${belongsHere(systemId)}`);
  if (!person) throw new NotFound();
  return person;
}

type Invited = { name: string; email: string; job: string | undefined };

/** The person with this e-mail address, added if missing. An existing person keeps their name and job. */
export async function findOrAddPerson(db: Db, { name, email, job }: Invited) {
  const [made] = await db.insert(people).values({ name, email, job }).onConflictDoNothing().returning();
  if (made) return { id: made.id, name: made.name };
  const [known] = await db.select({ id: people.id, name: people.name }).from(people).where(eq(people.email, email));
  if (!known) throw new NotFound();
  return known;
}

/** Who has a role in which system, today or later. */
export const rolesHeld = sql`(
  select person_id, system_id from memberships where coalesce(ends_on >= london_today(), true)
  union all select person_id, system_id from board_seats where coalesce(ends_on >= london_today(), true)
  union all select person_id, system_id from administrators where system_id is not null) held`;

const suspendingRow = z.strictObject({ worksElsewhere: z.boolean(), isInstallationAdministrator: z.boolean() });

/** The facts that decide whether an administrator may suspend or rename a person. */
export async function findSuspending(
  db: Db,
  { administrator, by }: { administrator: Administrator; by: string },
  personId: string,
): Promise<Theirs> {
  const row = await read(db, suspendingRow).row(sql`
    select exists (select 1 from ${rolesHeld} where held.person_id = ${personId}::uuid
        and held.system_id <> all (${sql.param(administrator.systemIds)}::uuid[])) as "worksElsewhere",
      exists (select 1 from administrators where person_id = ${personId}::uuid and system_id is null) as "isInstallationAdministrator"`);
  const held = row ?? { worksElsewhere: true, isInstallationAdministrator: true };
  return { ...held, isSelf: personId === by, byInstallationAdministrator: administrator.wholeInstallation };
}

/** Suspends a person and ends their sessions and sign-in links. */
export async function suspendPerson(db: Db, personId: string): Promise<void> {
  await db.execute(sql`update people set suspended_at = coalesce(suspended_at, now()) where id = ${personId}::uuid`);
  await db.execute(sql`delete from sessions where person_id = ${personId}::uuid`);
  await db.execute(
    sql`delete from sign_in_tokens where identifier = (select email from people where id = ${personId}::uuid)`,
  );
}

export async function liftSuspension(db: Db, personId: string): Promise<void> {
  await db.update(people).set({ suspendedAt: null }).where(eq(people.id, personId));
}
