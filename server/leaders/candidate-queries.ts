import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day, instant } from "@/db/shapes";

const candidateRow = z.strictObject({
  membershipId: z.uuid(),
  name: z.string(),
  organisation: z.string(),
  leads: z.boolean(),
  proposedBy: z.string().nullable(),
  endsOn: day.nullable(),
  ended: z.boolean(),
  serves: z.boolean(),
  suspended: z.boolean(),
  /** The latest no to a proposal of it. */
  declined: z.strictObject({ by: z.string(), at: instant, reason: z.string() }).nullable(),
});

/** A person's memberships in a system as somebody who would propose them as a leader sees them. */
export const listCandidacies = (db: Db, systemId: string, personId: string) =>
  read(db, candidateRow).rows(sql`
    select m.id as "membershipId", p.name, o.name as organisation, m.role = 'leader' as leads, m.ends_on::text as "endsOn",
      (select by.name from leader_proposals l join people by on by.id = l.proposed_by where l.membership_id = m.id
        and not exists (select 1 from leader_decisions d where d.proposal_id = l.id)) as "proposedBy",
      coalesce(m.ends_on < london_today(), false) as ended, p.suspended_at is not null as suspended,
      exists (select 1 from system_organisations so where so.system_id = m.system_id and so.organisation_id = o.id
        and is_current(so.from_on, so.ends_on)) and is_current(o.from_on, o.ends_on) as serves,
      (select json_build_object('by', name_then(by.id, by.name, d.decided_at), 'at', d.decided_at, 'reason', d.reason)
        from leader_proposals l join leader_decisions d on d.proposal_id = l.id join people by on by.id = d.decided_by
        where l.membership_id = m.id and d.decision = 'declined' order by d.decided_at desc limit 1) as declined
    from memberships m join people p on p.id = m.person_id join organisations o on o.id = m.organisation_id
    where m.system_id = ${systemId}::uuid and m.person_id = ${personId}::uuid`);
