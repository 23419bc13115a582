import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "@/db/client";
import * as schema from "@/db/schema";
import { testSystem } from "@/server/testing";
import { violations, whyItMayNotRun } from "./checker";
import { type Invariant, invariants } from "./invariants";
import { readTables } from "./table-queries";
import { answered, asked, later, now, runsByTheRules } from "./testing";

const world = testSystem();
let it: Awaited<ReturnType<typeof runsByTheRules>>;
beforeAll(async () => {
  it = await runsByTheRules(world);
});

class RolledBack extends Error {}

/** What the checker finds in an experiment after rows were written past every guard, as the tables' owner. */
async function found(experimentId: string, plant: (tx: Transaction) => Promise<unknown>): Promise<Set<Invariant>> {
  const breaches = new Set<Invariant>();
  const rolledBack = world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await plant(tx);
    for (const { invariant } of violations(await readTables(tx, experimentId))) breaches.add(invariant);
    throw new RolledBack();
  });
  await expect(rolledBack).rejects.toThrow(RolledBack);
  return breaches;
}

test("finds nothing in what runs by the rules, and says so itself", async () => {
  for (const experimentId of [it.experimentId, it.ownWord]) {
    const tables = await readTables(world.db, experimentId);
    expect(violations(tables)).toEqual([]);
    expect(whyItMayNotRun(tables, now)).toEqual([]);
    expect(whyItMayNotRun(tables, "2028-01-07T09:00:00.000Z")).not.toEqual([]);
  }
});

const of = () => ({ systemId: it.systemId, experimentId: it.experimentId });
const turn = (tx: Transaction, more: Partial<typeof schema.experimentTurns.$inferInsert>) =>
  tx.insert(schema.experimentTurns).values({ ...of(), turn: "started", takenBy: it.lead.id, takenAt: now, ...more });
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
  tx.insert(schema.teamMembers).values({ ...of(), experimentId, personId, fromOn: "2027-01-03", endsOn: "2027-01-03" });
const risk = (change: Partial<typeof schema.risks.$inferInsert>) => (tx: Transaction) =>
  tx.update(schema.risks).set(change).where(eq(schema.risks.experimentId, it.experimentId));
const use = (change: Partial<typeof schema.standingUses.$inferInsert>) => (tx: Transaction) =>
  tx.update(schema.standingUses).set(change).where(eq(schema.standingUses.experimentId, it.ownWord));
const floor = (tx: Transaction, more: Partial<typeof schema.standingPermissions.$inferInsert>) =>
  tx.insert(schema.standingPermissions).values({
    ...{ systemId: it.systemId, highestScores: { "quality and safety": 4 }, longestWeeks: 12, fromOn: "2027-01-01" },
    ...{ reversibleOnly: false, givenBy: it.member.id, givenAt: answered, ...more },
  });
const deputyOf = (tx: Transaction, leaderId: string, deputyId: string, systemId = it.systemId) =>
  tx
    .insert(schema.deputies)
    .values({ systemId, organisationId: it.ours, leaderId, deputyId, fromOn: "2027-01-01", endsOn: "2027-12-31" });
const asOwnWord = { plants: "the experiment that started without asking" };

type Plant = [
  invariant: Invariant,
  what: string,
  plant: (tx: Transaction) => Promise<unknown>,
  where?: typeof asOwnWord,
];
const planted: Plant[] = [
  ["I1.1", "it starts with no risk", (tx) => withoutRisks(tx)],
  ["I2.2", "it starts before the answers", (tx) => turn(tx, { takenAt: asked })],
  [
    "I2.2",
    "it goes on after a withdrawal",
    async (tx) => {
      await withdrawn(tx);
      await turn(tx, { turn: "resumed", takenAt: later });
    },
  ],
  ["I2.2", "it goes on after the last day", (tx) => turn(tx, { turn: "resumed", takenAt: "2027-04-01T09:00:00Z" })],
  [
    "I2.4",
    "it starts after its end",
    async (tx) => {
      await turn(tx, { turn: "stopped" });
      await turn(tx, { takenAt: later });
    },
  ],
  [
    "I3.1",
    "it starts without asking after a question",
    async (tx) => {
      const requestId = await request(tx, { experimentId: it.ownWord, requestedAt: asked });
      await answer(tx, { requestId, answer: "question", answeredAt: answered });
      await anew(tx);
    },
    asOwnWord,
  ],
  [
    "I4.1",
    "an answer to the older of two",
    async (tx) => {
      await request(tx, {});
      await answer(tx, { answeredAt: later });
    },
  ],
  ["I4.2", "13 months", (tx) => request(tx, { fromOn: "2027-02-01", endsOn: "2028-02-28" })],
  ["I4.3", "from yesterday", (tx) => request(tx, { fromOn: "2027-01-06" })],
  ["I4.4", "a score of 20 and no board", (tx) => scored20(tx)],
  ["I4.4", "a third renewal and no board", (tx) => renewed(tx, 3)],
  [
    "I5.1",
    "an ex-member's answer",
    async (tx) => {
      await joined(tx, it.second.id);
      await answer(tx, {});
    },
  ],
  [
    "I5.1",
    "a board's member on the team",
    async (tx) => {
      await joined(tx, it.member.id);
      await boardSays(tx, {});
    },
  ],
  [
    "I5.1",
    "a second account of somebody on the team",
    async (tx) => {
      await tx.update(schema.people).set({ samePersonAs: it.lead.id }).where(eq(schema.people.id, it.second.id));
      await answer(tx, {});
    },
  ],
  [
    "I5.2",
    "an author's answer",
    async (tx) => {
      await edit(tx, it.second.id);
      await answer(tx, {});
    },
  ],
  ["I5.3", "a deputy of an author", async (tx) => edit(tx, it.far.id)],
  ["I5.4", "an answer of somebody who leads nothing there", (tx) => answer(tx, { answeredBy: it.deputy.id })],
  [
    "I5.4",
    "a deputy named in another system",
    async (tx) => {
      await deputyOf(tx, it.leader.id, it.member.id, crypto.randomUUID());
      await answer(tx, { answeredBy: it.member.id, inPlaceOf: it.leader.id });
    },
  ],
  [
    "I5.5",
    "one leader for two organisations",
    (tx) => answer(tx, { organisationId: it.theirs, answeredBy: it.leader.id }),
  ],
  ["I5.5", "one person for an organisation and the board", (tx) => boardSays(tx, { answeredBy: it.leader.id })],
  ["I5.6", "a standing permission of an ex-member", (tx) => joined(tx, it.leader.id, it.ownWord), asOwnWord],
  [
    "I5.7",
    "two deputies of each other",
    async (tx) => {
      await deputyOf(tx, it.leader.id, it.second.id);
      await deputyOf(tx, it.second.id, it.leader.id);
    },
  ],
  ["I5.8", "an answer without a seat", (tx) => boardSays(tx, { answeredBy: it.second.id })],
  ["I7.1", "a yes to other words", (tx) => answer(tx, { termsHash: "0".repeat(64) })],
  ["I7.2", "a risk grew and the hash did not", risk({ likelihood: 5 })],
  [
    "I7.2",
    "a carrier went and the hash did not",
    (tx) => tx.delete(schema.riskCarriers).where(eq(schema.riskCarriers.organisationId, it.theirs)),
  ],
  [
    "I7.3",
    "another hash beside it",
    (tx) =>
      tx
        .update(schema.experiments)
        .set({ materialHash: "0".repeat(64) })
        .where(eq(schema.experiments.id, it.experimentId)),
  ],
  [
    "I8.1",
    "a team lifts a stop rule's pause",
    async (tx) => {
      await turn(tx, { turn: "paused", pauseReason: "a stop rule was met" });
      await turn(tx, { turn: "resumed", takenAt: later });
    },
  ],
  [
    "I8.1",
    "a leader lifts it before the team said anything",
    async (tx) => {
      await turn(tx, { turn: "paused", pauseReason: "someone could be harmed" });
      await goOn(tx);
      await turn(tx, { turn: "resumed", takenAt: later });
    },
  ],
  ["I8.2", "a board's stop stops nothing", (tx) => boardSays(tx, { answer: "stop" })],
  [
    "I10.1",
    "it cannot be undone",
    (tx) => tx.execute(sql`update standing_uses set terms = jsonb_set(terms, '{reversible}', 'false')`),
    asOwnWord,
  ],
  ["I10.2", "above the floor", (tx) => floor(tx, {}), asOwnWord],
  ["I10.2", "longer than allowed", use({ endsOn: "2027-12-31" }), asOwnWord],
  [
    "I10.2",
    "by a permission that was taken back",
    async (tx) => {
      const [used] = await tx
        .select()
        .from(schema.standingUses)
        .where(eq(schema.standingUses.experimentId, it.ownWord));
      const row = {
        systemId: it.systemId,
        standingId: used?.standingId ?? "",
        reason: "No",
        withdrawnBy: it.leader.id,
      };
      await tx.insert(schema.standingWithdrawals).values({ ...row, withdrawnAt: answered });
    },
    asOwnWord,
  ],
];

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
const withoutRisks = async (tx: Transaction) => {
  await risk({ removedAt: asked })(tx);
  await tx.insert(schema.termsVersions).values({ ...of(), materialHash: "1".repeat(64), sinceAt: answered });
  await turn(tx, {});
};
const scored20 = (tx: Transaction) =>
  tx.execute(sql`update permission_requests set terms = jsonb_set(terms, '{risks,0,likelihood}', '5')`);
/** Requests in a row, each answered with yes by the first carrier. */
const renewed = async (tx: Transaction, times: number) => {
  for (let month = 4; month < 4 + times; month++) {
    const day = (of: number, month: number) => `2027-${String(month).padStart(2, "0")}-${String(of).padStart(2, "0")}`;
    const at = `2027-01-${10 + month}T09:00:00.000Z`;
    const requestId = await request(tx, { fromOn: day(1, month), endsOn: day(28, month + 1), requestedAt: at });
    await answer(tx, { requestId, answeredAt: at.replace("09:", "10:") });
  }
};

describe("a control for each invariant: what is written past every guard is found by its number", () => {
  test.each(planted)("%s: %s", async (invariant, _, plant, where) => {
    expect(await found(where ? it.ownWord : it.experimentId, plant)).toContain(invariant);
  });
});
/** Their columns come with the rows of a start's basis. */
const notInTheTablesYet: string[] = ["I2.1", "I2.3"];
test("every invariant has a control", () => {
  expect(Object.keys(invariants).filter((one) => !planted.some(([invariant]) => invariant === one))).toEqual(
    notInTheTablesYet,
  );
});
