import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { membershipRoles, seatRoles } from "@/db/vocabulary";
import type { Who } from "@/server/who";

const rolesRow = z.strictObject({
  accounts: z.array(z.uuid()).nullable(),
  memberships: z.array(z.strictObject({ systemId: z.uuid(), organisationId: z.uuid(), role: z.enum(membershipRoles) })),
  standsInFor: z.array(
    z.strictObject({
      systemId: z.uuid(),
      organisationId: z.uuid(),
      leaderId: z.uuid(),
      leaderAccounts: z.array(z.uuid()),
    }),
  ),
  seats: z.array(
    z.strictObject({
      systemId: z.uuid(),
      boardId: z.uuid(),
      organisationId: z.uuid().nullable(),
      role: z.enum(seatRoles),
    }),
  ),
});

/** The ids of all accounts of the human being that this account is of, as an array. */
export const accountsOf = (personId: string): SQL => sql`(select array_agg(p.id) from people p, people me
  where me.id = ${personId}::uuid and coalesce(p.same_person_as, p.id) = coalesce(me.same_person_as, me.id))`;

/** A person's current roles: accounts, memberships, leaders they are deputy for, seats. */
export async function findWho(db: Db, personId: string): Promise<Who> {
  const roles = await read(db, rolesRow).row(sql`
    select
      to_json(${accountsOf(personId)}) as accounts,
      coalesce((select json_agg(json_build_object('systemId', m.system_id, 'organisationId', m.organisation_id, 'role', m.role))
        from memberships m
        join system_organisations o on o.system_id = m.system_id and o.organisation_id = m.organisation_id
        where m.person_id = ${personId}::uuid and is_current(m.from_on, m.ends_on) and is_current(o.from_on, o.ends_on)), '[]') as memberships,
      coalesce((select json_agg(json_build_object('systemId', a.system_id, 'organisationId', a.organisation_id, 'leaderId', a.leader_id,
          'leaderAccounts', (select json_agg(p.id) from people p, people leader
            where leader.id = a.leader_id and coalesce(p.same_person_as, p.id) = coalesce(leader.same_person_as, leader.id))))
        from answering_people a where a.person_id = ${personId}::uuid and a.leader_id is not null), '[]') as "standsInFor",
      coalesce((select json_agg(json_build_object('systemId', s.system_id, 'boardId', s.board_id, 'organisationId', s.organisation_id, 'role', s.role))
        from board_seats s where s.person_id = ${personId}::uuid and is_current(s.from_on, s.ends_on)), '[]') as seats`);
  return {
    id: personId,
    accounts: roles?.accounts ?? [personId],
    memberships: roles?.memberships ?? [],
    standsInFor: roles?.standsInFor ?? [],
    seats: roles?.seats ?? [],
  };
}
