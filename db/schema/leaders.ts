import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { leaderDecisions as decisions } from "../vocabulary";
import { decidedAt, id, oneOf, ownSystemOnly, parentKey, within } from "./columns";
import { memberships } from "./organisations";
import { people } from "./people";

/**
 * An administrator proposes that somebody answers for an organisation. Until a second person confirms it, they only work
 * there. After a no it can be proposed again; one proposal of a membership waits at a time, by a trigger. Rows are only added.
 */
export const leaderProposals = pgTable(
  "leader_proposals",
  {
    id: id(),
    systemId: uuid().notNull(),
    membershipId: uuid().notNull(),
    proposedBy: uuid()
      .notNull()
      .references(() => people.id),
    proposedAt: decidedAt(),
  },
  (proposal) => [
    parentKey(proposal),
    within(proposal, proposal.membershipId, () => memberships),
    index().on(proposal.systemId),
    index().on(proposal.membershipId),
    ownSystemOnly(proposal),
  ],
);

/** A second person's word on a proposal; a yes makes the membership a leader's, by a trigger. Rows are only added. */
export const leaderDecisions = pgTable(
  "leader_decisions",
  {
    id: id(),
    systemId: uuid().notNull(),
    proposalId: uuid().notNull().unique(),
    decision: text({ enum: decisions }).notNull(),
    /** Why not. */
    reason: text(),
    decidedBy: uuid()
      .notNull()
      .references(() => people.id),
    decidedAt: decidedAt(),
  },
  (it) => [
    within(it, it.proposalId, () => leaderProposals),
    oneOf("leader decision", it.decision, decisions),
    check("declined with a reason", sql`${it.decision} = 'confirmed' or ${it.reason} is not null`),
    ownSystemOnly(it),
  ],
);
