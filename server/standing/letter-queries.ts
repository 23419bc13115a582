import { sql } from "drizzle-orm";
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

/**
 * Everyone who answers for an organisation of a system today, or for this one; each human being once, by the eldest of their
 * accounts that do, and not whoever did it.
 */
export async function listWhoAnswers(
  db: Db,
  { systemId, organisationId }: { systemId: string; organisationId: string | null },
  by: string,
) {
  return read(db, readerRow).rows(sql`
    select human(p.id) as "personId", (array_agg(p.email order by p.created_at, p.id))[1] as email,
      json_agg(distinct o.name) as organisations
    from answering_people a join people p on p.id = a.person_id join organisations o on o.id = a.organisation_id
    where a.system_id = ${systemId}::uuid and ${organisationId ? sql`o.id = ${organisationId}::uuid` : sql`true`}
      and p.email is not null and human(p.id) <> human(${by}::uuid)
    group by human(p.id)`);
}
