import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import type { ExperimentInReach } from "@/server/experiments/queries";

const heldRow = z.strictObject({
  organisation: z.string(),
  /** The organisation's last day in the system, if in the past. */
  closedOn: day.nullable(),
  /** Their last day as its leader, if in the past. */
  ledUntil: day.nullable(),
  /** Their latest deputyship: for whom, its days, and whether that person is a leader no longer. */
  stoodInFor: z
    .strictObject({ leader: z.string(), fromOn: day, endsOn: day.nullable(), leaderGone: z.boolean() })
    .nullable(),
});

/** A person's past, current and future roles in the organisations that carry a risk or dip of an experiment. */
export async function listHeldRoles(db: Db, experiment: Pick<ExperimentInReach, "id" | "systemId">, personId: string) {
  return read(db, heldRow).rows(sql`
    select o.name as organisation,
      (select max(s.ends_on)::text from system_organisations s where s.organisation_id = c.organisation_id
        and s.system_id = ${experiment.systemId}::uuid having max(s.ends_on) < london_today() and bool_and(s.ends_on is not null)) as "closedOn",
      (select max(m.ends_on)::text from memberships m where m.organisation_id = c.organisation_id and m.system_id = c.system_id
        and m.person_id = ${personId}::uuid and m.role = 'leader' and m.ends_on < london_today()) as "ledUntil",
      (select json_build_object('leader', l.name, 'fromOn', d.from_on, 'endsOn', d.ends_on, 'leaderGone', not exists (
          select 1 from memberships lm where lm.person_id = d.leader_id and lm.organisation_id = d.organisation_id
            and lm.system_id = d.system_id and lm.role = 'leader' and is_current(lm.from_on, lm.ends_on)))
        from deputies d join people l on l.id = d.leader_id
        where d.organisation_id = c.organisation_id and d.system_id = c.system_id and d.deputy_id = ${personId}::uuid
        order by d.from_on desc limit 1) as "stoodInFor"
    from experiment_carriers c join organisations o on o.id = c.organisation_id
    where c.experiment_id = ${experiment.id}::uuid
      and (exists (select 1 from memberships m where m.organisation_id = c.organisation_id and m.system_id = c.system_id
          and m.person_id = ${personId}::uuid and m.role = 'leader')
        or exists (select 1 from deputies d where d.organisation_id = c.organisation_id and d.system_id = c.system_id
          and d.deputy_id = ${personId}::uuid))
    order by o.name`);
}

const inPlaceOfRow = z.strictObject({ organisationId: z.uuid(), leader: z.string(), organisation: z.string() });

/** Names for the leaders a person is deputy for. */
export async function listInPlaceOf(db: Db, standsInFor: readonly { organisationId: string; leaderId: string }[]) {
  if (standsInFor.length === 0) return [];
  return read(db, inPlaceOfRow).rows(sql`
    select o.id as "organisationId", p.name as leader, o.name as organisation
    from unnest(${sql.param(standsInFor.map((deputyship) => deputyship.organisationId))}::uuid[],
      ${sql.param(standsInFor.map((deputyship) => deputyship.leaderId))}::uuid[]) as d (organisation_id, leader_id)
    join organisations o on o.id = d.organisation_id join people p on p.id = d.leader_id`);
}
