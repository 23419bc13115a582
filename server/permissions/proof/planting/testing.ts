import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Transaction } from "@/db/client";
import * as schema from "@/db/schema";
import type { TestWorld } from "@/server/testing";
import { violations, whyItMayNotRun } from "../checker";
import type { Invariant } from "../invariants";
import { readTables } from "../table-queries";
import { answered, asked, later, now, type RunsByTheRules, started } from "../testing";

/** Writes rows about what runs by the rules straight into the tables, past the procedures. */
export function writersFor(it: RunsByTheRules) {
  const of = () => ({ systemId: it.systemId, experimentId: it.experimentId });
  /** A start with the hash of the terms then in force and no basis, as when no trigger watches. */
  const turn = async (tx: Transaction, more: Partial<typeof schema.experimentTurns.$inferInsert>) => {
    const { experimentTurns, termsVersions } = schema;
    const versions = await tx.select().from(termsVersions).where(eq(termsVersions.experimentId, it.experimentId));
    const materialHash = versions.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]?.materialHash;
    const row = { ...of(), turn: "started" as const, takenBy: it.lead.id, takenAt: now, materialHash, ...more };
    await tx.insert(experimentTurns).values(row);
  };
  const answer = (tx: Transaction, more: Partial<typeof schema.permissionAnswers.$inferInsert>) =>
    tx.insert(schema.permissionAnswers).values({
      ...{ systemId: it.systemId, requestId: it.requestId, organisationId: it.ours, answer: "yes" },
      ...{ termsHash: it.termsHash, answeredBy: it.second.id, answeredAt: now, ...more },
    });
  const request = async (tx: Transaction, more: Partial<typeof schema.permissionRequests.$inferInsert>) => {
    const [first] = await tx
      .select()
      .from(schema.permissionRequests)
      .where(eq(schema.permissionRequests.id, it.requestId));
    if (!first) throw new Error("no request");
    const { id: _, ...same } = first;
    const [made] = await tx
      .insert(schema.permissionRequests)
      .values({ ...same, requestedAt: now, ...more })
      .returning();
    return made?.id ?? "";
  };
  const review = async (tx: Transaction, more: Partial<typeof schema.boardReviews.$inferInsert> = {}) => {
    const { boardId, lead } = it;
    const row = { ...of(), boardId, question: "May it?", askedBy: lead.id, askedAt: answered, ...more };
    const [made] = await tx.insert(schema.boardReviews).values(row).returning();
    return made?.id ?? "";
  };
  const boardSays = async (tx: Transaction, more: Partial<typeof schema.reviewAnswers.$inferInsert>) => {
    const reviewId = await review(tx, { requestId: it.requestId });
    const row = { systemId: it.systemId, reviewId, answer: "go on" as const, reason: "Good", answeredBy: it.member.id };
    await tx.insert(schema.reviewAnswers).values({ ...row, answeredAt: now, ...more });
  };
  const edit = (tx: Transaction, editedBy: string) =>
    tx.insert(schema.termsEdits).values({ ...of(), part: "risks", editedBy, editedAt: asked });
  const joined = (tx: Transaction, personId: string, experimentId = it.experimentId) =>
    tx
      .insert(schema.teamMembers)
      .values({ ...of(), experimentId, personId, fromOn: "2027-01-03", endsOn: "2027-01-03" });
  const risk = (change: Partial<typeof schema.risks.$inferInsert>) => (tx: Transaction) =>
    tx.update(schema.risks).set(change).where(eq(schema.risks.experimentId, it.experimentId));
  const use = (change: Partial<typeof schema.standingUses.$inferInsert>) => (tx: Transaction) =>
    tx.update(schema.standingUses).set(change).where(eq(schema.standingUses.experimentId, it.ownWord));
  /** A floor of the system, and its second person's word. */
  const floor = async (tx: Transaction, more: Partial<typeof schema.standingPermissions.$inferInsert>) => {
    const { systemId, member, second } = it;
    const scores = { highestScores: { "quality and safety": 4 }, longestWeeks: 12 };
    const row = { systemId, ...scores, fromOn: "2027-01-01", givenBy: member.id, givenAt: answered, ...more };
    const [made] = await tx.insert(schema.standingPermissions).values(row).returning();
    const confirmed = { systemId, standingId: made?.id ?? "", confirmedBy: second.id, confirmedAt: answered };
    await tx.insert(schema.standingConfirmations).values(confirmed);
  };
  const deputyOf = (tx: Transaction, leaderId: string, deputyId: string, systemId = it.systemId) =>
    tx
      .insert(schema.deputies)
      .values({ systemId, organisationId: it.ours, leaderId, deputyId, fromOn: "2027-01-01", endsOn: "2027-12-31" });
  const withdrawn = (tx: Transaction) =>
    tx.insert(schema.permissionWithdrawals).values({
      ...{ systemId: it.systemId, requestId: it.requestId, organisationId: it.ours, reason: "No" },
      ...{ withdrawnBy: it.second.id, withdrawnAt: now },
    });
  const goOn = (tx: Transaction) =>
    tx.insert(schema.pauseDecisions).values({
      ...{ ...of(), organisationId: it.ours, decision: "go on", reason: "Good" },
      ...{ decidedBy: it.second.id, decidedAt: later },
    });
  /** The use of the standing permission once more, later. */
  const anew = async (tx: Transaction) => {
    const [used] = await tx.select().from(schema.standingUses).where(eq(schema.standingUses.experimentId, it.ownWord));
    if (!used) throw new Error("no use");
    const { id: _, ...same } = used;
    await tx.insert(schema.standingUses).values({ ...same, usedAt: now });
  };
  const otherTerms = (tx: Transaction) =>
    tx.insert(schema.termsVersions).values({ ...of(), materialHash: "1".repeat(64), sinceAt: answered });
  /** Asked once more, and answered so. */
  const saidLater = async (tx: Transaction, says: "not this time" | "question", experimentId = it.experimentId) => {
    const requestId = await request(tx, { experimentId, requestedAt: started });
    await answer(tx, { requestId, answer: says, answeredAt: started });
  };
  const withoutRisks = async (tx: Transaction) => {
    await risk({ removedAt: asked })(tx);
    await otherTerms(tx);
    await turn(tx, {});
  };
  const scored20 = (tx: Transaction) =>
    tx.execute(sql`update permission_requests set terms = jsonb_set(terms, '{risks,0,likelihood}', '5')`);
  /** Requests in a row, each answered with yes by the first carrier. */
  const renewed = async (tx: Transaction, times: number) => {
    for (let month = 4; month < 4 + times; month++) {
      const day = (date: number, of: number) => `2027-${String(of).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
      const at = `2027-01-${10 + month}T09:00:00.000Z`;
      const requestId = await request(tx, { fromOn: day(1, month), endsOn: day(28, month + 1), requestedAt: at });
      await answer(tx, { requestId, answeredAt: at.replace("09:", "10:") });
    }
  };

  const standingTakenBack = async (tx: Transaction) => {
    const [used] = await tx.select().from(schema.standingUses).where(eq(schema.standingUses.experimentId, it.ownWord));
    const row = { systemId: it.systemId, standingId: used?.standingId ?? "", reason: "No", withdrawnBy: it.leader.id };
    await tx.insert(schema.standingWithdrawals).values({ ...row, withdrawnAt: answered });
  };

  /** Says that every leader there was confirmed by this person, now. */
  const decidedBy = (tx: Transaction, personId: string) =>
    tx.update(schema.leaderDecisions).set({ decidedBy: personId, decidedAt: now });
  const link = (tx: Transaction, personId: string, first: string) =>
    tx.update(schema.people).set({ samePersonAs: first }).where(eq(schema.people.id, personId));
  const formerlyLinked = (tx: Transaction, personId: string, otherId: string) =>
    tx.insert(schema.formerLinks).values([
      { personId, otherId, untilAt: later },
      { personId: otherId, otherId: personId, untilAt: later },
    ]);
  /** An entry of the journal about somebody's name or accounts. */
  const said = (tx: Transaction, personId: string, details: object) =>
    tx.insert(schema.journal).values({
      ...{ systemId: it.systemId, sequence: 1_000, personId, act: "changed an account", parts: [], details, at: now },
      ...{ previousHash: "0".repeat(64), hash: "0".repeat(64) },
    });
  const unlinked = (tx: Transaction, personId: string, otherId: string, by = it.leader.id) =>
    said(tx, by, { unlinked: [personId], from: [otherId] });
  const renamed = (tx: Transaction, personId: string) =>
    said(tx, personId, { renamed: personId, was: { name: "Callum", job: "nurse" } });

  return {
    ...{ decidedBy, link, formerlyLinked, unlinked, renamed },
    turn,
    answer,
    request,
    review,
    boardSays,
    edit,
    joined,
    risk,
    use,
    floor,
    deputyOf,
    withdrawn,
    goOn,
    anew,
    withoutRisks,
    otherTerms,
    saidLater,
    scored20,
    renewed,
    standingTakenBack,
  };
}

class RolledBack extends Error {}

/** What the checker finds in an experiment after rows were written past every guard, as the tables' owner. */
export async function breachesAfter(
  db: TestWorld["db"],
  experimentId: string,
  plant: (tx: Transaction) => Promise<unknown>,
): Promise<Set<Invariant>> {
  const breaches = new Set<Invariant>();
  const rolledBack = db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await plant(tx);
    const tables = await readTables(tx, experimentId);
    for (const { invariant } of violations(tables)) breaches.add(invariant);
    // Whatever the product says of it
    const not = whyItMayNotRun(tables, "2027-01-10T09:00:00.000Z");
    if (not) breaches.add(not.invariant);
    throw new RolledBack();
  });
  await expect(rolledBack).rejects.toThrow(RolledBack);
  return breaches;
}
