import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";

const affectedRow = z.strictObject({ organisation: z.string(), experimentId: z.uuid(), title: z.string() });
export type Affected = z.infer<typeof affectedRow>;

/** Under way: it was started and has not ended, or its request waits for answers. */
const underWay = sql`(f.request_open or f.last_turn in ('started', 'resumed', 'paused'))
  and f.last_turn is distinct from 'stopped' and f.last_turn is distinct from 'concluded'`;

/** Who answers today: a leader, or a deputy of one; a person left out of it answers for nobody. */
const othersAnswer = (leftOut: string) => sql`exists (
  select 1 from memberships m
  where m.system_id = c.system_id and m.organisation_id = c.organisation_id and m.role = 'leader'
    and is_current(m.from_on, m.ends_on)
    and (m.person_id <> ${leftOut}::uuid and exists (select 1 from people p where p.id = m.person_id and p.suspended_at is null)
      or exists (select 1 from deputies d join people p on p.id = d.deputy_id
        where d.leader_id = m.person_id and d.organisation_id = m.organisation_id and d.system_id = m.system_id
          and is_current(d.from_on, d.ends_on) and d.deputy_id <> ${leftOut}::uuid and p.suspended_at is null)))`;

/** The experiments under way in a system and who carries them, where a condition on the carrier `c` holds. */
const listAffected = (db: Db, systemId: string, which: SQL): Promise<Affected[]> =>
  read(db, affectedRow).rows(sql`
    select o.name as organisation, e.id as "experimentId", e.title
    from experiment_carriers c join experiment_facts f on f.experiment_id = c.experiment_id
    join experiments e on e.id = c.experiment_id join organisations o on o.id = c.organisation_id
    where c.system_id = ${systemId}::uuid and ${underWay} and ${which} order by o.name, e.title`);

const somebodyAnswers = sql`exists (select 1 from answering_organisations a
  where a.system_id = c.system_id and a.organisation_id = c.organisation_id)`;

/** What an organisation carries: for these nobody would answer if it were closed (rule I9). */
export const listCarriedBy = (db: Db, systemId: string, organisationId: string) =>
  listAffected(db, systemId, sql`c.organisation_id = ${organisationId}::uuid`);

/** For what nobody would answer any more without a person, in this system (rule I9). */
export const listAnsweredOnlyBy = (db: Db, systemId: string, personId: string) =>
  listAffected(db, systemId, sql`${somebodyAnswers} and not ${othersAnswer(personId)}`);

/** For what nobody answers today (rule I9). */
export const listUnanswered = (db: Db, systemId: string) => listAffected(db, systemId, sql`not ${somebodyAnswers}`);
