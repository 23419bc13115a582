import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { leaderDecisions, leaderProposals } from "@/db/schema";
import { day } from "@/db/shapes";
import { leaderDecisions as decisions, type LeaderDecision } from "@/db/vocabulary";
import { refuse } from "@/server/errors";
import { enqueueLettersToEach } from "@/server/mail/letters-to-each";
import { fromLeeway, type Sentence, sentence } from "@/server/typed-words";
import { whyNotDecide } from "./why-not-decide";

const person = z.strictObject({ id: z.uuid(), name: z.string() });
const proposalRow = z.strictObject({
  id: z.uuid(),
  systemId: z.uuid(),
  membershipId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  job: z.string().nullable(),
  organisation: z.string(),
  proposedBy: z.string(),
  proposedById: z.uuid(),
  proposedAt: z.string(),
  fromOn: day,
  endsOn: day.nullable(),
  ended: z.boolean(),
  serves: z.boolean(),
  suspended: z.boolean(),
  leaders: z.array(person),
  proposedByMe: z.boolean(),
  isMe: z.boolean(),
  decided: z
    .strictObject({
      decision: z.enum(decisions),
      by: z.string(),
      at: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type ProposalRow = z.infer<typeof proposalRow>;

/** Proposals that somebody answers for an organisation, as this person reads them, the oldest first. */
async function listProposals(db: Db, me: string, which: SQL): Promise<ProposalRow[]> {
  return read(db, proposalRow).rows(sql`
    select l.id, l.system_id as "systemId", m.id as "membershipId", p.id as "personId", p.name, p.job, o.name as organisation,
      by.name as "proposedBy", by.id as "proposedById", l.proposed_at::text as "proposedAt",
      m.from_on::text as "fromOn", m.ends_on::text as "endsOn", coalesce(m.ends_on < london_today(), false) as ended,
      exists (select 1 from system_organisations so where so.system_id = m.system_id and so.organisation_id = m.organisation_id
        and is_current(so.from_on, so.ends_on)) and is_current(o.from_on, o.ends_on) as serves,
      p.suspended_at is not null as suspended,
      coalesce((select json_agg(distinct jsonb_build_object('id', one.id, 'name', one.name)) from people one
        where one.id in (select confirming_leaders(l.id))), '[]') as leaders,
      one_person(${me}::uuid, l.proposed_by, l.proposed_at) as "proposedByMe",
      one_person(${me}::uuid, m.person_id, l.proposed_at) as "isMe",
      (select json_build_object('decision', d.decision, 'by', d_by.name, 'at', d.decided_at, 'reason', d.reason)
        from leader_decisions d join people d_by on d_by.id = d.decided_by where d.proposal_id = l.id) as decided
    from leader_proposals l join memberships m on m.id = l.membership_id join organisations o on o.id = m.organisation_id
    join people p on p.id = m.person_id join people by on by.id = l.proposed_by
    where ${which} order by l.proposed_at, l.id`);
}

export async function findProposal(db: Db, me: string, proposalId: string): Promise<ProposalRow | null> {
  return (await listProposals(db, me, sql`l.id = ${proposalId}::uuid`))[0] ?? null;
}

const open = sql`not exists (select 1 from leader_decisions d where d.proposal_id = l.id)
  and coalesce(m.ends_on >= london_today(), true)`;

/** Those of a system that wait for a second person. */
export const listOpenProposals = (db: Db, me: string, systemId: string) =>
  listProposals(db, me, sql`l.system_id = ${systemId}::uuid and ${open}`);

/** Those of one person there. */
export const listOpenProposalsOf = (db: Db, me: string, systemId: string, personId: string) =>
  listProposals(db, me, sql`l.system_id = ${systemId}::uuid and m.person_id = ${personId}::uuid and ${open}`);

/** Those that wait for this leader, in all their systems: of the organisations that they lead. */
export async function listProposalsFor(db: Db, me: string): Promise<ProposalRow[]> {
  const theirs = sql`exists (select 1 from memberships mine where mine.person_id = ${me}::uuid and mine.role = 'leader'
    and is_current(mine.from_on, mine.ends_on) and mine.system_id = m.system_id and mine.organisation_id = m.organisation_id)`;
  const waiting = await listProposals(db, me, sql`${open} and ${theirs}`);
  return waiting.filter((one) => whyNotDecide({ id: me, isAdministrator: false }, one, "confirmed") === null);
}

export async function proposeLeader(
  tx: Transaction,
  proposal: { systemId: string; membershipId: string; proposedBy: string },
): Promise<void> {
  const [made] = await tx.insert(leaderProposals).values(proposal).returning({ id: leaderProposals.id });
  if (made) await enqueueLeaderLetters(tx, "proposed", made.id);
}

type Decision = { decision: LeaderDecision; reason?: string };

/** The second person's word. It comes once: whoever sends another meanwhile waits, and reads what was said. */
export async function decideProposal(
  tx: Transaction,
  me: { id: string; isAdministrator: boolean },
  { systemId, id }: { systemId: string; id: string },
  { decision, reason }: Decision,
): Promise<Sentence> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`leader proposal ${id}`}, 0))`);
  const proposal = await findProposal(tx, me.id, id);
  const why = proposal && whyNotDecide(me, proposal, decision);
  if (!proposal || why) return refuse(`Nothing was changed. ${why}`);
  await tx.insert(leaderDecisions).values({ systemId, proposalId: id, decision, reason, decidedBy: me.id });
  await enqueueLeaderLetters(tx, decision, id);
  const { name, organisation } = proposal;
  return decision === "confirmed"
    ? fromLeeway(`confirmed that ${name} answers for ${organisation}`)
    : sentence`declined that ${fromLeeway(name)} answers for ${fromLeeway(organisation)}: ${reason ?? ""}`;
}

/** The letters about a proposal are made after the commit (server/leaders/letters.ts). */
async function enqueueLeaderLetters(tx: Transaction, about: "proposed" | LeaderDecision, proposalId: string) {
  await enqueueLettersToEach(tx, "letters of a leader", { about, proposalId });
}
