import { sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { deputies } from "@/db/schema";
import { NotFound, Refusal } from "@/server/errors";
import type { NameDeputyInput } from "@/server/organisations/deputy-input";
import type { Who } from "@/server/policy";

/** Who answers in whose name in the person's systems, today or later. */
export async function listDeputies(db: Db, who: Who) {
  const { rows } = await db.execute<{
    id: string;
    systemId: string;
    organisation: string;
    leader: string;
    deputy: string;
    fromOn: string;
    toOn: string;
    mine: boolean;
  }>(sql`
    select d.id, d.system_id as "systemId", o.name as organisation, l.name as leader, p.name as deputy,
      d.from_on::text as "fromOn", d.to_on::text as "toOn", d.leader_id = any (${sql.param(who.accounts)}::uuid[]) as mine
    from deputies d join organisations o on o.id = d.organisation_id join people l on l.id = d.leader_id
    join people p on p.id = d.deputy_id
    where d.to_on >= london_today() and d.to_on >= d.from_on order by d.from_on, o.name, p.name`);
  return rows;
}

/** Names someone who answers in a leader's name; a deputy is no leader, so nothing chains. */
export async function nameDeputy(tx: Transaction, who: Who, systemId: string, input: NameDeputyInput) {
  const { rows } = await tx.execute<{ name: string; organisation: string; past: boolean; loops: boolean }>(sql`
    select p.name, (select o.name from organisations o where o.id = ${input.organisationId}::uuid) as organisation,
      ${input.toOn}::date < london_today() as past,
      exists (select 1 from deputies d where d.leader_id = p.id and d.deputy_id = any (${sql.param(who.accounts)}::uuid[])
        and d.from_on <= ${input.toOn}::date and d.to_on >= ${input.fromOn}::date) as loops
    from people p where p.id = ${input.deputyId}::uuid and p.suspended_at is null
      and coalesce(p.same_person_as, p.id) not in (select coalesce(me.same_person_as, me.id) from people me where me.id = ${who.id}::uuid)
      and exists (select 1 from memberships m where m.person_id = p.id and m.system_id = ${systemId}::uuid and is_current(m.from_on, m.to_on))`);
  const [deputy] = rows;
  if (!deputy) throw new Refusal([], { deputyId: "Choose somebody else who works in this system today" });
  if (deputy.past) throw new Refusal([], { toOn: "The last day must not be in the past" });
  if (deputy.loops)
    throw new Refusal([], { deputyId: `${deputy.name} has named you for these days. Choose somebody else` });
  await tx
    .insert(deputies)
    .values({ ...input, systemId, leaderId: who.id })
    .onConflictDoUpdate({
      target: [deputies.leaderId, deputies.deputyId, deputies.organisationId, deputies.fromOn],
      set: { toOn: input.toOn },
    });
  return deputy;
}

/** Ends it as of now. */
export async function endDeputy(tx: Transaction, who: Who, systemId: string, id: string) {
  const { rows } = await tx.execute<{ deputy: string; organisation: string }>(sql`
    update deputies d set to_on = london_today() - 1 from people p, organisations o
    where p.id = d.deputy_id and o.id = d.organisation_id and d.id = ${id}::uuid and d.system_id = ${systemId}::uuid
      and d.leader_id = any (${sql.param(who.accounts)}::uuid[]) and d.to_on >= london_today()
    returning p.name as deputy, o.name as organisation`);
  const [ended] = rows;
  if (!ended) throw new NotFound();
  return ended;
}
