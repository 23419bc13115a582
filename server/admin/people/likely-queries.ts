import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { totalRow } from "@/db/shapes";
import type { Administrator } from "@/server/policy";

/** The people whom an administrator may see: all, or those of their systems, present and past. */
const seenBy = ({ wholeInstallation, systemIds }: Administrator, id: SQL) => {
  const theirs = sql`${sql.param(systemIds)}::uuid[]`;
  return wholeInstallation
    ? sql`true`
    : sql`(exists (select 1 from memberships m where m.person_id = ${id} and m.system_id = any (${theirs}))
        or exists (select 1 from board_seats s where s.person_id = ${id} and s.system_id = any (${theirs}))
        or exists (select 1 from administrators a where a.person_id = ${id} and a.system_id = any (${theirs})))`;
};
/** Where somebody works today, in the systems that the administrator looks after. */
const worksAt = ({ wholeInstallation, systemIds }: Administrator, id: SQL) => sql`coalesce((
  select array_agg(distinct o.short_name order by o.short_name) from memberships m join organisations o on o.id = m.organisation_id
  where m.person_id = ${id} and is_current(m.from_on, m.ends_on)
    and (${wholeInstallation} or m.system_id = any (${sql.param(systemIds)}::uuid[]))), '{}')`;

const likelyRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  job: z.string().nullable(),
  email: z.string().nullable(),
  works: z.array(z.string()),
});
export type LikelyAccount = z.infer<typeof likelyRow>;

/** Accounts that are likely the invited person's: the same name, and the same job where both have one (rule I6). */
export async function listLikelyAccounts(
  db: Db,
  administrator: Administrator,
  { name, email, job }: { name: string; email: string; job?: string | undefined },
): Promise<LikelyAccount[]> {
  const plainJob = sql`plain(${job ?? ""})`;
  return read(db, likelyRow).rows(sql`
    select p.id, p.name, p.job, p.email, ${worksAt(administrator, sql`p.id`)} as works from people p
    where p.plain_name = plain(${name}) and p.plain_name <> '' and (p.plain_job in ('', ${plainJob}) or ${plainJob} = '')
      and not exists (select 1 from people known where known.email = ${email}) and ${seenBy(administrator, sql`p.id`)}
    order by p.created_at, p.id limit 5`);
}

const nameRow = z.strictObject({ id: z.uuid(), name: z.string() });

/** One of the people whom an administrator may see. */
export async function findSeen(db: Db, administrator: Administrator, personId: string) {
  const row = await read(db, nameRow).row(sql`
    select p.id, p.name from people p where p.id = ${personId}::uuid and ${seenBy(administrator, sql`p.id`)}`);
  return row ?? null;
}

export const pairsPerPage = 20;
const pairRow = z.strictObject({ one: likelyRow, other: likelyRow, ...totalRow.shape });

/**
 * Pairs of accounts that are likely one person's: one name; one first letter, surname and job; or one mailbox at two domains.
 * At least one of both is a system's. Without those that are linked, or said to be two people.
 */
export async function listLikelyPairs(db: Db, administrator: Administrator, systemId: string, page: number) {
  const here = sql`${systemId}::uuid`;
  const asJson = (
    p: SQL,
  ) => sql`json_build_object('id', ${p}.id, 'name', ${p}.name, 'job', ${p}.job, 'email', ${p}.email,
    'works', ${worksAt(administrator, sql`${p}.id`)})`;
  const alike = (condition: SQL) =>
    sql`select a.id as a, b.id as b from here a join people b on ${condition} and b.id <> a.id`;
  const rows = await read(db, pairRow).rows(sql`
    with here as materialized (
      select p.* from people p where p.id in (select person_id from memberships where system_id = ${here}
        union select person_id from board_seats where system_id = ${here}
        union select person_id from administrators where system_id = ${here})
    ), pairs as (
      select distinct least(a, b) as one, greatest(a, b) as other from (
        ${alike(sql`b.plain_name = a.plain_name and a.plain_name <> ''`)}
        union all ${alike(sql`b.initial_and_surname = a.initial_and_surname and b.plain_job = a.plain_job
          and a.plain_job <> '' and length(a.initial_and_surname) > 1`)}
        union all ${alike(sql`b.mailbox = a.mailbox`)}
      ) found
    ), shown as (
      select one.id as one_id, other.id as other_id, one.name, count(*) over ()::int as total
      from pairs join people one on one.id = pairs.one join people other on other.id = pairs.other
      where coalesce(one.same_person_as, one.id) <> coalesce(other.same_person_as, other.id)
        and not exists (select 1 from different_people d where d.person_id = one.id and d.other_id = other.id)
        and ${seenBy(administrator, sql`one.id`)} and ${seenBy(administrator, sql`other.id`)}
      order by one.name, one.id, other.id limit ${pairsPerPage} offset ${(page - 1) * pairsPerPage}
    )
    select ${asJson(sql`one`)} as one, ${asJson(sql`other`)} as other, shown.total from shown
    join people one on one.id = shown.one_id join people other on other.id = shown.other_id
    order by one.name, one.id, other.id`);
  const total = rows[0]?.total ?? 0;
  return { pairs: rows.map(({ one, other }) => ({ one, other })), total, pages: Math.ceil(total / pairsPerPage) };
}
