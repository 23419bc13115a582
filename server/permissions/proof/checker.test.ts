import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "@/db/client";
import * as schema from "@/db/schema";
import { testSystem } from "@/server/testing";
import { violations, whyItMayNotRun } from "./checker";
import { type Invariant, invariants } from "./invariants";
import { breachesAfter, writersFor } from "./planting/testing";
import { readTables } from "./table-queries";
import { asked, later, now, type RunsByTheRules, runsByTheRules, started } from "./testing";

const world = testSystem();
let it: RunsByTheRules;
let write: ReturnType<typeof writersFor>;
beforeAll(async () => {
  it = await runsByTheRules(world);
  write = writersFor(it);
});

test("finds nothing in what runs by the rules, and says so itself", async () => {
  for (const experimentId of [it.experimentId, it.ownWord]) {
    const tables = await readTables(world.db, experimentId);
    expect(violations(tables)).toEqual([]);
    expect(whyItMayNotRun(tables, now)).toBeNull();
    expect(whyItMayNotRun(tables, "2028-01-07T09:00:00.000Z")).not.toBeNull();
  }
});

const asOwnWord = { plants: "the experiment that started without asking" };

type Plant = [
  invariant: Invariant,
  what: string,
  plant: (tx: Transaction) => Promise<unknown>,
  where?: typeof asOwnWord,
];
const planted: Plant[] = [
  ["I1.1", "it starts with no risk", (tx) => write.withoutRisks(tx)],
  ["I2.1", "it starts with another hash", (tx) => write.turn(tx, { materialHash: "0".repeat(64) })],
  ["I2.3", "it starts without a basis", (tx) => write.turn(tx, {})],
  [
    "I2.3",
    "its basis is another organisation's",
    (tx) => tx.update(schema.permissionBases).set({ answerId: it.yesOfTheirs, useId: null }),
  ],
  ["I2.2", "it starts before the answers", (tx) => write.turn(tx, { takenAt: asked })],
  [
    "I2.2",
    "it goes on after a withdrawal",
    async (tx) => {
      await write.withdrawn(tx);
      await write.turn(tx, { turn: "resumed", takenAt: later });
    },
  ],
  [
    "I2.2",
    "it goes on after the last day",
    (tx) => write.turn(tx, { turn: "resumed", takenAt: "2027-04-01T09:00:00Z" }),
  ],
  [
    "I2.4",
    "it starts after its end",
    async (tx) => {
      await write.turn(tx, { turn: "stopped" });
      await write.turn(tx, { takenAt: later });
    },
  ],
  ["I2.5", "it runs on after a withdrawal", (tx) => write.withdrawn(tx)],
  ["I2.5", "it runs on with other terms", (tx) => write.otherTerms(tx)],
  ["I2.5", "it runs on after a later no", (tx) => write.saidLater(tx, "not this time")],
  [
    "I2.5",
    "it runs on after a question, without having asked",
    (tx) => write.saidLater(tx, "question", it.ownWord),
    asOwnWord,
  ],
  ["I2.5", "it runs on where nobody leads (I9)", (tx) => tx.update(schema.memberships).set({ role: "member" })],
  [
    "I2.5",
    "it runs on where a carrier has closed (I9)",
    (tx) => tx.update(schema.systemOrganisations).set({ endsOn: "2027-01-06" }),
  ],
  ["I2.5", "it runs on by what was taken back", (tx) => write.standingTakenBack(tx), asOwnWord],
  [
    "I3.1",
    "it starts without asking after a question",
    async (tx) => {
      await write.saidLater(tx, "question", it.ownWord);
      await write.anew(tx);
    },
    asOwnWord,
  ],
  [
    "I3.2",
    "a yes to something smaller brings back what was refused",
    async (tx) => {
      await write.saidLater(tx, "not this time", it.ownWord);
      const smaller = { experimentId: it.ownWord, materialHash: "2".repeat(64), requestedAt: now };
      await write.answer(tx, { requestId: await write.request(tx, smaller), answeredAt: later });
    },
    asOwnWord,
  ],
  [
    "I4.1",
    "an answer to the older of two",
    async (tx) => {
      await write.request(tx, {});
      await write.answer(tx, { answeredAt: later });
    },
  ],
  [
    "I4.2",
    "13 months",
    async (tx) => {
      await tx.execute(sql`alter table permission_requests drop constraint "a permission of a year at most"`);
      await write.request(tx, { fromOn: "2027-02-01", endsOn: "2028-02-28" });
    },
  ],
  ["I4.3", "from yesterday", (tx) => write.request(tx, { fromOn: "2027-01-06" })],
  ["I4.4", "a score of 20 and no board", (tx) => write.scored20(tx)],
  ["I4.4", "a third renewal and no board", (tx) => write.renewed(tx, 3)],
  [
    "I5.1",
    "an ex-member's answer",
    async (tx) => {
      await write.joined(tx, it.second.id);
      await write.answer(tx, {});
    },
  ],
  [
    "I5.1",
    "a board's member on the team",
    async (tx) => {
      await write.joined(tx, it.member.id);
      await write.boardSays(tx, {});
    },
  ],
  [
    "I5.1",
    "a second account of somebody on the team",
    async (tx) => {
      await tx.update(schema.people).set({ samePersonAs: it.lead.id }).where(eq(schema.people.id, it.second.id));
      await write.answer(tx, {});
    },
  ],
  [
    "I5.2",
    "an author's answer",
    async (tx) => {
      await write.edit(tx, it.second.id);
      await write.answer(tx, {});
    },
  ],
  ["I5.3", "a deputy of an author", async (tx) => write.edit(tx, it.far.id)],
  ["I5.4", "an answer of somebody who leads nothing there", (tx) => write.answer(tx, { answeredBy: it.deputy.id })],
  [
    "I5.4",
    "a deputy named in another system",
    async (tx) => {
      await write.deputyOf(tx, it.leader.id, it.member.id, crypto.randomUUID());
      await write.answer(tx, { answeredBy: it.member.id, inPlaceOf: it.leader.id });
    },
  ],
  [
    "I5.5",
    "one leader for two organisations",
    (tx) => write.answer(tx, { organisationId: it.theirs, answeredBy: it.leader.id }),
  ],
  ["I5.5", "one person for an organisation and the board", (tx) => write.boardSays(tx, { answeredBy: it.leader.id })],
  ["I5.6", "a standing permission of an ex-member", (tx) => write.joined(tx, it.leader.id, it.ownWord), asOwnWord],
  [
    "I5.7",
    "two deputies of each other",
    async (tx) => {
      await write.deputyOf(tx, it.leader.id, it.second.id);
      await write.deputyOf(tx, it.second.id, it.leader.id);
    },
  ],
  ["I5.8", "an answer without a seat", (tx) => write.boardSays(tx, { answeredBy: it.second.id })],
  ["I6.1", "somebody leads without a second person", (tx) => tx.delete(schema.leaderDecisions)],
  [
    "I6.2",
    "who proposed a leader confirms it",
    async (tx) => {
      await tx.update(schema.leaderProposals).set({ proposedBy: it.leader.id });
      await write.decidedBy(tx, it.leader.id);
    },
  ],
  ["I6.2", "a leader confirms their own leading", (tx) => write.decidedBy(tx, it.far.id)],
  [
    "I6.2",
    "a leader confirms with another account, which was unlinked since it was proposed",
    async (tx) => {
      await write.formerlyLinked(tx, it.far.id, it.leader.id);
      await write.decidedBy(tx, it.leader.id);
    },
  ],
  ["I6.3", "somebody who leads nothing there confirms a leader", (tx) => write.decidedBy(tx, it.deputy.id)],
  [
    "I6.4",
    "two accounts point at each other",
    async (tx) => {
      await write.link(tx, it.deputy.id, it.member.id);
      await write.link(tx, it.member.id, it.deputy.id);
    },
  ],
  ["I6.5", "unlinking leaves nothing behind", (tx) => write.unlinked(tx, it.far.id, it.deputy.id)],
  [
    "I6.6",
    "an administrator unlinks their own account",
    (tx) => write.unlinked(tx, it.far.id, it.deputy.id, it.far.id),
  ],
  [
    "I5.1",
    "an account that was unlinked from somebody's on the team",
    async (tx) => {
      await write.formerlyLinked(tx, it.lead.id, it.second.id);
      await write.answer(tx, {});
    },
  ],
  ["I11.1", "a person's former name is lost", (tx) => tx.update(schema.people).set({ name: "Somebody else" })],
  ["I11.1", "an organisation's former name is lost", (tx) => tx.update(schema.organisations).set({ name: "A Trust" })],
  [
    "I11.1",
    "a former name is written anew",
    async (tx) => {
      const until = { namedId: it.lead.id, field: "name" as const, was: "Callum, who never asked" };
      await tx.insert(schema.formerNames).values({ ...until, untilAt: later });
    },
  ],
  ["I11.2", "an experiment's former title is lost", (tx) => tx.update(schema.experiments).set({ title: "Another" })],
  ["I11.3", "a name is changed and the former one not kept", (tx) => write.renamed(tx, it.lead.id)],
  [
    "I11.4",
    "a name is changed and no journal says so",
    (tx) => tx.insert(schema.formerNames).values({ namedId: it.far.id, field: "job", was: "matron", untilAt: started }),
  ],
  ["I7.1", "a yes to other words", (tx) => write.answer(tx, { termsHash: "0".repeat(64) })],
  ["I7.2", "a risk grew and the hash did not", (tx) => write.risk({ likelihood: 5 })(tx)],
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
      await write.turn(tx, { turn: "paused", pauseReason: "a stop rule was met" });
      await write.turn(tx, { turn: "resumed", takenAt: later });
    },
  ],
  [
    "I8.1",
    "a leader lifts it before the team said anything",
    async (tx) => {
      await write.turn(tx, { turn: "paused", pauseReason: "someone could be harmed" });
      await write.goOn(tx);
      await write.turn(tx, { turn: "resumed", takenAt: later });
    },
  ],
  ["I8.2", "a board's stop stops nothing", (tx) => write.boardSays(tx, { answer: "stop" })],
  [
    "I10.1",
    "it cannot be undone",
    (tx) => tx.execute(sql`update standing_uses set terms = jsonb_set(terms, '{reversible}', 'false')`),
    asOwnWord,
  ],
  ["I10.2", "above the floor", (tx) => write.floor(tx, {}), asOwnWord],
  [
    "I10.3",
    "somebody confirms a floor of their own",
    async (tx) => {
      await write.floor(tx, {});
      await tx.update(schema.standingConfirmations).set({ confirmedBy: it.member.id });
    },
  ],
  ["I10.2", "longer than allowed", (tx) => write.use({ endsOn: "2027-12-31" })(tx), asOwnWord],
  ["I10.2", "by a permission that was taken back", (tx) => write.standingTakenBack(tx), asOwnWord],
];

describe("a control for each invariant: what is written past every guard is found by its number", () => {
  test.each(planted)("%s: %s", async (invariant, _, plant, where) => {
    expect(await breachesAfter(world.db, where ? it.ownWord : it.experimentId, plant)).toContain(invariant);
  });
});
test("every invariant has a control", () => {
  expect(Object.keys(invariants).filter((one) => !planted.some(([invariant]) => invariant === one))).toEqual([]);
});
