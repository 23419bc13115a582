import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Transaction } from "@/db/client";
import {
  deputies,
  pauseDecisions,
  people,
  permissionAnswers,
  reviewAnswers,
  standingPermissions,
  standingUses,
} from "@/db/schema";
import { asPerson } from "@/db/tenant-transaction";
import { aRisk, daysFrom, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const dates = daysFrom();

/** A high risk that two organisations carry, so that a board is asked as well; a leader who was on its team. */
async function asked() {
  const systemId = await world.system();
  const [ours, theirs] = [await world.organisation(systemId, "OCH"), await world.organisation(systemId, "NLA")];
  const at = (role?: "leader") => ({ systemId, organisationId: ours, role });
  const lead = await world.person("Callum", at());
  const leader = await world.person("Sunniva", at("leader"));
  const former = await world.person("Ruaridh", at("leader"));
  const twin = await world.person("Ruaridh", at("leader"));
  await world.db.update(people).set({ samePersonAs: former.id }).where(sql`id = ${twin.id}`);
  await world.person("Morwenna", { ...at("leader"), organisationId: theirs });
  const carriedBy = [ours, theirs];
  const experimentId = await registerWithRisk(lead, { systemId, organisationId: ours, carriedBy });
  await lead.api.risks.record({ ...aRisk, consequence: 5, likelihood: 3, carriedBy, experimentId, key: key() });
  const member = { experimentId, personId: former.id };
  await lead.api.experiments.addTeamMember({ ...member, leads: false, key: key() });
  await lead.api.experiments.endTeamMembership({ ...member, key: key() });
  const boardId = await world.board(systemId, "Partnership Board");
  await world.seat(systemId, boardId, leader.id);
  const { requestId } = await lead.api.permissions.ask({ experimentId, ...dates, key: key() });
  const [review] = await lead.api.boards.reviewsOf({ experimentId });
  const standing = (givenBy: TestPerson) =>
    world.db
      .insert(standingPermissions)
      .values({
        systemId,
        organisationId: ours,
        highestScores: {},
        longestWeeks: 6,
        fromOn: "2020-01-01",
        givenBy: givenBy.id,
      })
      .returning();

  const answer =
    (by: TestPerson, more: { organisationId?: string; inPlaceOf?: string; answer?: "yes" | "question" } = {}) =>
    (tx: Transaction) =>
      tx.insert(permissionAnswers).values({
        ...{ systemId, requestId, organisationId: ours, answer: "yes", termsHash: "0".repeat(64), answeredBy: by.id },
        ...more,
      });
  const reviewed = (by: TestPerson, said: "go on" | "stop") => (tx: Transaction) =>
    tx.insert(reviewAnswers).values({
      ...{ systemId, reviewId: review?.id ?? "", answer: said, reason: "So we think", answeredBy: by.id },
    });
  const decided =
    (by: TestPerson, decision: "go on" | "keep paused" | "end permission", inPlaceOf?: string) => (tx: Transaction) =>
      tx.insert(pauseDecisions).values({
        ...{
          systemId,
          experimentId,
          organisationId: ours,
          decision,
          reason: "So I think",
          decidedBy: by.id,
          inPlaceOf,
        },
      });
  const used = async (givenBy: TestPerson) => {
    const [row] = await standing(givenBy);
    return (tx: Transaction) =>
      tx.insert(standingUses).values({
        ...{ systemId, experimentId, organisationId: ours, standingId: row?.id ?? "", materialHash: "0".repeat(64) },
        ...{ ...dates, words: "Small and short", usedBy: lead.id },
      });
  };
  const named =
    (by: TestPerson, who: TestPerson, fromOn = "2027-01-01", endsOn = "2027-01-31") =>
    (tx: Transaction) =>
      tx.insert(deputies).values({ systemId, organisationId: ours, leaderId: by.id, deputyId: who.id, fromOn, endsOn });
  return { lead, leader, former, twin, ours, theirs, answer, reviewed, decided, used, named };
}

/** Whether the tables take a row from the app's role; it is kept only where `keeps`. */
async function takes(by: TestPerson, insert: (tx: Transaction) => Promise<unknown>, { keeps = false } = {}) {
  const undone = new Error("undone");
  const result = await asPerson(world.db, by.id, async (tx) => {
    await insert(tx);
    if (!keeps) throw undone;
  }).then(
    () => null,
    (error: Error) => error,
  );
  if (result === null || result === undone) return true;
  expect(String(result.cause)).toMatch(/nobody|each other/);
  return false;
}

test("I5: the tables take no answer, no word of a board and no going on from somebody involved, whichever the account", async () => {
  const it = await asked();
  const { lead, leader, former, twin } = it;
  for (const one of [lead, former, twin]) {
    expect(await takes(one, it.answer(one))).toBe(false);
    expect(await takes(one, it.answer(one, { answer: "question" }))).toBe(false);
    expect(await takes(leader, it.answer(leader, { inPlaceOf: one.id }))).toBe(false);
    expect(await takes(one, it.reviewed(one, "go on"))).toBe(false);
    expect(await takes(one, it.decided(one, "go on"))).toBe(false);
    expect(await takes(leader, it.decided(leader, "go on", one.id))).toBe(false);
    expect(await takes(lead, await it.used(one))).toBe(false);
    // What only makes it safer
    expect(await takes(one, it.decided(one, "keep paused"))).toBe(true);
    expect(await takes(one, it.decided(one, "end permission"))).toBe(true);
  }
});

test("I5: the control: somebody who had no part in it answers, lets it go on, and what they allow is used", async () => {
  const it = await asked();
  const { lead, leader } = it;
  expect(await takes(leader, it.answer(leader))).toBe(true);
  expect(await takes(leader, it.reviewed(leader, "go on"))).toBe(true);
  expect(await takes(leader, it.decided(leader, "go on"))).toBe(true);
  expect(await takes(lead, await it.used(leader))).toBe(true);
  // The tables' owner fills the demo world
  await world.db.transaction((tx) => it.answer(it.former)(tx));
});

test("I5: the tables take no second yes of one human being to one request, for an organisation or a board", async () => {
  const it = await asked();
  const { leader } = it;
  await takes(leader, it.answer(leader), { keeps: true });
  expect(await takes(leader, it.answer(leader, { organisationId: it.theirs }))).toBe(false);
  expect(await takes(leader, it.answer(leader, { organisationId: it.theirs, answer: "question" }))).toBe(true);
  expect(await takes(leader, it.reviewed(leader, "go on"))).toBe(false);
  expect(await takes(leader, it.reviewed(leader, "stop"))).toBe(true);
  const other = await asked();
  await takes(other.leader, other.reviewed(other.leader, "go on"), { keeps: true });
  expect(await takes(other.leader, other.answer(other.leader))).toBe(false);
});

test("I5: the tables take no two who stand in for each other on the same day, with whichever account, nor for oneself", async () => {
  const it = await asked();
  const { leader, former, twin } = it;
  await takes(leader, it.named(leader, former), { keeps: true });
  expect(await takes(former, it.named(former, leader, "2027-01-31", "2027-02-10"))).toBe(false);
  expect(await takes(twin, it.named(twin, leader, "2026-12-01", "2027-01-01"))).toBe(false);
  expect(await takes(former, it.named(former, leader, "2027-02-01", "2027-02-10"))).toBe(true);
  expect(await takes(former, it.named(former, twin))).toBe(false);
  const longer = (endsOn: string) => (tx: Transaction) =>
    tx.update(deputies).set({ endsOn }).where(sql`leader_id = ${leader.id}`);
  await takes(former, it.named(former, leader, "2027-02-05", "2027-02-10"), { keeps: true });
  expect(await takes(leader, longer("2027-02-05"))).toBe(false);
  expect(await takes(leader, longer("2027-02-04"))).toBe(true);
});
