import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { factsOfEach, keptToday } from "@/server/experiments/queries";

const affectedRow = z.strictObject({ organisation: z.string(), experimentId: z.uuid(), title: z.string() });
export type Affected = z.infer<typeof affectedRow>;

/** Under way: it was started and has not ended, or its request waits for answers. */
const underWay = sql`(f.request_open or f.last_turn in ('started', 'resumed', 'paused'))
  and f.last_turn is distinct from 'stopped' and f.last_turn is distinct from 'concluded'`;

/** What organisations carry that has not ended: of those `c` in a system for which a condition holds. Mostly there are none. */
const carried = (which: SQL) => sql`
  concerned as materialized (select c.system_id, c.organisation_id from system_organisations c where ${which}),
  carried as materialized (
    select c.system_id, c.organisation_id, k.experiment_id as id
    from carried_experiments(array(select organisation_id from concerned)) found (id)
    join experiment_stages k on k.experiment_id = found.id and ${keptToday}
    join concerned c on c.system_id = k.system_id and c.organisation_id = any (k.carrier_ids))`;

/** The experiments under way in a system and who carries them, where a condition on the carrier `c` holds. */
const listAffected = (db: Db, systemId: string, which: SQL): Promise<Affected[]> =>
  read(db, affectedRow).rows(sql`
    with ${carried(sql`c.system_id = ${systemId}::uuid and ${which}`)}
    select o.name as organisation, e.id as "experimentId", named.title
    from carried e ${factsOfEach} join experiments named on named.id = e.id join organisations o on o.id = e.organisation_id
    where ${underWay} order by o.name, named.title`);

/** Whether somebody answers today for a carrier; a person left out answers for nobody, and nobody in their place. */
const somebodyAnswers = (leftOut: SQL = sql`false`) => sql`exists (select 1 from answering_people a
  where a.system_id = c.system_id and a.organisation_id = c.organisation_id and not ${leftOut})`;

/** What an organisation carries: for these nobody would answer if it were closed (rule I9). */
export const listCarriedBy = (db: Db, systemId: string, organisationId: string) =>
  listAffected(db, systemId, sql`c.organisation_id = ${organisationId}::uuid`);

/** For what nobody would answer any more without a person, in this system (rule I9). */
export const listAnsweredOnlyBy = (db: Db, systemId: string, personId: string) =>
  listAffected(
    db,
    systemId,
    sql`${somebodyAnswers()} and not ${somebodyAnswers(sql`coalesce(${personId}::uuid in (a.person_id, a.leader_id), false)`)}`,
  );

/** Whether nobody answers today for an organisation `c`, as it is kept. */
const nobodyAnswers = sql`not exists (select 1 from answering_periods a where a.system_id = c.system_id
  and a.organisation_id = c.organisation_id and london_today() between a.from_on and a.until_on)`;

/** For what nobody answers today (rule I9). */
export const listUnanswered = (db: Db, systemId: string) => listAffected(db, systemId, nobodyAnswers);

const unansweredRow = z.strictObject({
  systemId: z.uuid(),
  organisationId: z.uuid(),
  organisation: z.string(),
  /** The last day on which somebody could answer; null where nobody ever could. */
  until: day.nullable(),
  experiments: z.number(),
  personId: z.uuid(),
  email: z.string(),
});
export type Unanswered = z.infer<typeof unansweredRow>;

/** For which organisations nobody answers today though they carry what is under way, once for each administrator of the system. */
export const listUnansweredLetters = (
  db: Db,
  of?: { systemId: string; organisationId: string },
): Promise<Unanswered[]> =>
  read(db, unansweredRow).rows(sql`
    with ${carried(sql`${nobodyAnswers}
      and ${of ? sql`c.system_id = ${of.systemId}::uuid and c.organisation_id = ${of.organisationId}::uuid` : sql`true`}`)},
    unanswered as (
      select e.system_id, e.organisation_id, count(*)::int as experiments
      from carried e ${factsOfEach} where ${underWay} group by e.system_id, e.organisation_id
    )
    select u.system_id as "systemId", u.organisation_id as "organisationId", o.name as organisation, u.experiments,
      p.id as "personId", p.email, (select least(max(least(m.ends_on, (led.suspended_at at time zone 'Europe/London')::date)), so.ends_on, o.ends_on)
        from memberships m join people led on led.id = m.person_id
        where m.system_id = u.system_id and m.organisation_id = u.organisation_id and m.role = 'leader')::text as until
    from unanswered u join organisations o on o.id = u.organisation_id
    join system_organisations so on so.system_id = u.system_id and so.organisation_id = u.organisation_id
    join administrators a on coalesce(a.system_id = u.system_id, true)
    join people p on p.id = a.person_id and p.suspended_at is null and p.email is not null
    order by o.name, p.id`);
