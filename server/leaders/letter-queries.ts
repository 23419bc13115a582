import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { leaderDecisions as decisions } from "@/db/vocabulary";

export const leaderLetterAbouts = ["proposed", ...decisions] as const;
export type LeaderLetterAbout = (typeof leaderLetterAbouts)[number];

const readerRow = z.strictObject({ personId: z.uuid(), email: z.string() });

/**
 * Who hears of it now: the organisation's leaders, or where none can confirm a proposal, the administrators; of a no, who
 * proposed it. Not who did it, nor whoever is suspended or leads no longer.
 */
export async function listLeaderReaders(db: Db, about: LeaderLetterAbout, proposalId: string) {
  const leaders = sql`select m.person_id from memberships m where m.organisation_id = proposed.organisation_id
    and m.system_id = proposed.system_id and m.role = 'leader' and is_current(m.from_on, m.ends_on)`;
  const administrators = sql`select a.person_id from administrators a
    where coalesce(a.system_id = l.system_id, true) and not exists (select confirming_leaders(l.id))`;
  const who = {
    proposed: sql`${leaders} union ${administrators}`,
    confirmed: leaders,
    declined: sql`select l.proposed_by`,
  }[about];
  const by = about === "proposed" ? sql`l.proposed_by` : sql`d.decided_by`;
  return read(db, readerRow).rows(sql`
    select p.id as "personId", p.email from leader_proposals l join memberships proposed on proposed.id = l.membership_id
    left join leader_decisions d on d.proposal_id = l.id
    join people p on p.id in (${who})
    where l.id = ${proposalId}::uuid and p.suspended_at is null and p.email is not null and p.id <> ${by}
      and ${about === "proposed" ? sql`d.id is null` : sql`true`}`);
}
