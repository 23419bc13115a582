import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";

/** It holds from now on or from its first day: a leader gave it, or a second person confirmed a floor; or it was taken back. */
export type StandingLetterAbout = "allowed" | "withdrawn";

const happenedRow = z.strictObject({ system: z.string(), by: z.uuid() });

/** Where it happened and who did it; null while it has not, or where it no longer applies. */
export async function findWhatHappened(db: Db, about: StandingLetterAbout, standingId: string) {
  const withdrawn = sql`select w.withdrawn_by from standing_withdrawals w where w.standing_id = g.id and w.use_id is null`;
  const confirmed = sql`select c.confirmed_by from standing_confirmations c where c.standing_id = g.id`;
  const allowed = sql`case when g.organisation_id is null then (${confirmed}) else g.given_by end`;
  const row = await read(db, happenedRow).row(sql`
    select s.name as system, done.by from standing_permissions g join systems s on s.id = g.system_id
    cross join lateral (select ${about === "withdrawn" ? sql`(${withdrawn} order by w.withdrawn_at limit 1)` : allowed} as by) done
    where g.id = ${standingId}::uuid and done.by is not null
      and ${about === "withdrawn" ? sql`(${allowed}) is not null` : sql`not exists (${withdrawn})`}`);
  return row ?? null;
}

const readerRow = z.strictObject({ personId: z.uuid(), email: z.string(), organisations: z.array(z.string()) });

/** Leaders of the system's organisations today, and their deputies who work there. */
const answering = (systemId: string): SQL => sql`
  select m.organisation_id, m.person_id from memberships m
    where m.system_id = ${systemId}::uuid and m.role = 'leader' and is_current(m.from_on, m.ends_on)
  union select d.organisation_id, d.deputy_id from deputies d
    join memberships m on m.person_id = d.leader_id and m.organisation_id = d.organisation_id and m.system_id = d.system_id
    join memberships own on own.person_id = d.deputy_id and own.organisation_id = d.organisation_id and own.system_id = d.system_id
    where d.system_id = ${systemId}::uuid and is_current(d.from_on, d.ends_on) and is_current(own.from_on, own.ends_on)
      and m.role = 'leader' and is_current(m.from_on, m.ends_on)`;

/**
 * Everyone who answers for an organisation that serves in a system today, or for one of them; each human being once, by the
 * eldest of their accounts that may, and not whoever did it.
 */
export async function listWhoAnswers(
  db: Db,
  { systemId, organisationId }: { systemId: string; organisationId: string | null },
  by: string,
) {
  return read(db, readerRow).rows(sql`
    select human(p.id) as "personId", (array_agg(p.email order by p.created_at, p.id))[1] as email,
      json_agg(distinct o.name) as organisations
    from (${answering(systemId)}) a join people p on p.id = a.person_id join organisations o on o.id = a.organisation_id
    join system_organisations so on so.system_id = ${systemId}::uuid and so.organisation_id = o.id
    where is_current(so.from_on, so.ends_on) and is_current(o.from_on, o.ends_on)
      and ${organisationId ? sql`o.id = ${organisationId}::uuid` : sql`true`}
      and p.suspended_at is null and p.email is not null and human(p.id) <> human(${by}::uuid)
    group by human(p.id)`);
}
