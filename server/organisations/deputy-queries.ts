import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { deputies } from "@/db/schema";
import { day } from "@/db/shapes";
import { NotFound, Refusal } from "@/server/errors";
import { whyNotDeputy } from "@/server/organisations/deputy";
import type { NameDeputyInput } from "@/server/organisations/deputy-input";
import type { Who } from "@/server/who";

const deputyRow = z.strictObject({
  id: z.uuid(),
  systemId: z.uuid(),
  organisation: z.string(),
  leader: z.string(),
  deputy: z.string(),
  fromOn: day,
  endsOn: day,
  /** Whether it has begun. */
  now: z.boolean(),
  /** Whether the person is the leader. */
  mine: z.boolean(),
  /** Whether the person is the deputy. */
  isMe: z.boolean(),
});

/** The deputies of the person's systems, present and future. */
export async function listDeputies(db: Db, who: Who) {
  return read(db, deputyRow).rows(sql`
    select d.id, d.system_id as "systemId", o.name as organisation, l.name as leader, p.name as deputy,
      d.from_on::text as "fromOn", d.ends_on::text as "endsOn", d.from_on <= london_today() as now,
      d.leader_id = any (${sql.param(who.accounts)}::uuid[]) as mine,
      d.deputy_id = any (${sql.param(who.accounts)}::uuid[]) as "isMe"
    from deputies d join organisations o on o.id = d.organisation_id join people l on l.id = d.leader_id
    join people p on p.id = d.deputy_id
    where d.ends_on >= london_today() and d.ends_on >= d.from_on order by d.from_on, o.name, p.name`);
}

const deputyCandidateRow = z.strictObject({
  systemId: z.uuid(),
  organisationId: z.uuid(),
  organisation: z.string(),
  id: z.uuid(),
  name: z.string(),
  job: z.string().nullable(),
});

/** People a leader may name: others who work today in the organisations they lead. */
export async function listWhomToName(db: Db, who: Who) {
  const led = who.memberships.filter((at) => at.role === "leader");
  return read(db, deputyCandidateRow).rows(sql`
    select distinct m.system_id as "systemId", o.id as "organisationId", o.name as organisation, p.id, p.name, p.job
    from memberships m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
    join memberships mine on mine.system_id = m.system_id and mine.organisation_id = m.organisation_id
      and mine.person_id = ${who.id}::uuid and mine.role = 'leader' and is_current(mine.from_on, mine.ends_on)
    where is_current(m.from_on, m.ends_on) and p.suspended_at is null and p.id <> all (${sql.param(who.accounts)}::uuid[])
      and o.id = any (${sql.param(led.map((at) => at.organisationId))}::uuid[])
    order by o.name, p.name`);
}

const standsIn = z.strictObject({ name: z.string(), fromOn: day, endsOn: day });
const toNameRow = z.strictObject({
  name: z.string(),
  organisation: z.string(),
  today: day,
  worksThere: z.boolean(),
  leavesOn: day.nullable(),
  already: standsIn.nullable(),
  namedLeader: z.boolean(),
  theirDeputy: standsIn.nullable(),
  leaderStandsInFor: standsIn.nullable(),
});

/** Names a deputy, who answers in the leader's name but cannot name deputies. */
export async function nameDeputy(tx: Transaction, who: Who, systemId: string, input: NameDeputyInput) {
  const { organisationId, deputyId, fromOn, endsOn } = input;
  const me = sql`${sql.param(who.accounts)}::uuid[]`;
  const overlaps = sql`d.ends_on >= d.from_on and d.from_on <= ${endsOn}::date and d.ends_on >= ${fromOn}::date`;
  const deputyshipRow = (
    name: SQL,
    condition: SQL,
  ) => sql`(select json_build_object('name', ${name}, 'fromOn', d.from_on,
    'endsOn', d.ends_on) from deputies d join people l on l.id = d.leader_id join people s on s.id = d.deputy_id
    where ${overlaps} and ${condition} order by d.from_on limit 1)`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('deputies', 0))`); // two who name each other at once
  const here = sql`d.organisation_id = ${organisationId}::uuid and d.system_id = ${systemId}::uuid`;
  const found = await read(tx, toNameRow).row(sql`
    select p.name, (select o.name from organisations o where o.id = ${organisationId}::uuid) as organisation,
      london_today()::text as today,
      coalesce(works.there, false) as "worksThere", works.leaves_on::text as "leavesOn",
      ${deputyshipRow(sql`s.name`, sql`${here} and d.leader_id = any (${me}) and d.deputy_id = any (them.accounts)`)} as already,
      exists (select 1 from deputies d where ${overlaps} and d.leader_id = any (them.accounts)
        and d.deputy_id = any (${me})) as "namedLeader",
      ${deputyshipRow(sql`s.name`, sql`${here} and d.leader_id = any (them.accounts)`)} as "theirDeputy",
      ${deputyshipRow(sql`l.name`, sql`${here} and d.deputy_id = any (${me})`)} as "leaderStandsInFor"
    from people p
    cross join lateral (select array_agg(a.id) as accounts from people a
      where coalesce(a.same_person_as, a.id) = coalesce(p.same_person_as, p.id)) them
    left join lateral (select true as there, nullif(max(coalesce(m.ends_on, 'infinity')), 'infinity') as leaves_on
      from memberships m where m.person_id = p.id and m.system_id = ${systemId}::uuid
      and m.organisation_id = ${organisationId}::uuid and is_current(m.from_on, m.ends_on) having count(*) > 0) works on true
    where p.id = ${deputyId}::uuid and p.suspended_at is null and p.id <> all (${me})
      and exists (select 1 from memberships m where m.person_id = p.id and m.system_id = ${systemId}::uuid)`);
  if (!found) throw new Refusal([], { deputyId: "Choose somebody else, who works in your organisation today" });
  const wrong = whyNotDeputy({ ...found, fromOn, endsOn });
  if (wrong) throw new Refusal([], wrong);
  await tx
    .insert(deputies)
    .values({ ...input, systemId, leaderId: who.id })
    // The same days may be named again after they were ended
    .onConflictDoUpdate({
      target: [deputies.systemId, deputies.leaderId, deputies.deputyId, deputies.organisationId, deputies.fromOn],
      set: { endsOn },
    });
  return { name: found.name, organisation: found.organisation };
}

const endedDeputyRow = z.strictObject({ deputy: z.string(), organisation: z.string() });

/** Ends a deputyship now. */
export async function endDeputy(tx: Transaction, who: Who, systemId: string, id: string) {
  const mine = sql`d.id = ${id}::uuid and d.system_id = ${systemId}::uuid and d.leader_id = any (${sql.param(who.accounts)}::uuid[])`;
  const ended = await read(tx, endedDeputyRow).row(sql`
    update deputies d set ends_on = london_today() - 1 from people p, organisations o
    where p.id = d.deputy_id and o.id = d.organisation_id and ${mine} and d.ends_on >= london_today()
    returning p.name as deputy, o.name as organisation`);
  if (ended) return ended;
  const { rows: over } = await tx.execute(sql`select 1 from deputies d where ${mine}`);
  if (over.length > 0) throw new Refusal(["It has ended already. You answer for yourself again."]);
  throw new NotFound();
}
