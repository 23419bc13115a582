import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { deputies, people } from "@/db/schema";
import { aRisk, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";
import { ANSWERS_FOR_NO_CARRIER, anotherLeaderAnswers, LEADER_TOOK_PART } from "./whose-answer";

const world = testSystem();
const now = "2027-01-04T09:00:00Z";
const later = "2027-01-06T09:00:00Z";
const dates = { fromOn: "2027-01-06", endsOn: "2027-03-31" };

/** A request to two carriers that nobody has answered. */
async function asked({ score = 2 } = {}) {
  const systemId = await world.system();
  const [ours, theirs] = [await world.organisation(systemId, "OCH"), await world.organisation(systemId, "NLA")];
  const at = (organisationId: string, role?: "leader") => ({ systemId, organisationId, role });
  const lead = await world.person("Callum", at(ours));
  const leader = await world.person("Sunniva", at(ours, "leader"));
  const other = await world.person("Morwenna", at(theirs, "leader"));
  const experimentId = await registerWithRisk(
    { ...lead, api: lead.at(now) },
    { systemId, organisationId: ours, carriedBy: [ours, theirs] },
  );
  const high = { ...aRisk, consequence: 5, likelihood: score, carriedBy: [ours] };
  if (score > 2) await lead.at(now).risks.record({ ...high, experimentId, key: key() });
  const on = { experimentId };
  const join = (who: TestPerson) =>
    lead.at(now).experiments.addTeamMember({ ...on, personId: who.id, leads: false, key: key() });
  const leave = (who: TestPerson) =>
    lead.at(later).experiments.endTeamMembership({ ...on, personId: who.id, key: key() });
  const ask = async () => (await lead.at(later).permissions.ask({ ...on, ...dates, key: key() })).requestId;
  const read = (by: TestPerson, requestId: string) => by.at(later).permissions.request({ ...on, requestId });
  type Given = "yes" | "yes with conditions" | "question" | "not this time";
  const answer = async (by: TestPerson, requestId: string, organisationId = ours, given: Given = "yes") => {
    const { termsHash } = await read(lead, requestId);
    const said = { answer: given, inWords: "So I think", termsHash };
    return by.at(later).permissions.answer({ ...on, requestId, organisationId, ...said, key: key() });
  };
  const deputise = (leaderId: string, deputyId: string, organisationId: string, system = systemId) =>
    world.db.insert(deputies).values({
      ...{ systemId: system, organisationId, leaderId, deputyId, fromOn: "2027-01-01", endsOn: "2027-12-31" },
    });
  const waitsFor = async (who: TestPerson) => (await who.at(later).home.mine()).requests.length;
  return {
    ...{ systemId, ours, theirs, at, lead, leader, other, experimentId, join, leave },
    ...{ ask, read, answer, deputise, waitsFor },
  };
}

test("I5: a leader who was on the team answers nothing after a colleague took them off it, and home does not ask them", async () => {
  const it = await asked();
  const second = await world.person("Ruaridh", it.at(it.ours, "leader"));
  await it.join(it.leader);
  await it.leave(it.leader);
  const requestId = await it.ask();
  const sentence = anotherLeaderAnswers("You were on the team until 5 January 2027");
  for (const given of ["yes", "question", "not this time"] as const) {
    await expect(it.answer(it.leader, requestId, it.ours, given)).rejects.toThrow(sentence);
  }
  expect(await it.read(it.leader, requestId)).toMatchObject({ canAnswerFor: [], whyNotAnswer: [sentence] });
  const { carriers } = await it.lead.at(later).permissions.overview({ experimentId: it.experimentId });
  expect(carriers.find((carrier) => carrier.organisationId === it.ours)?.leaders).toMatchObject([{ name: "Ruaridh" }]);
  expect([await it.waitsFor(it.leader), await it.waitsFor(second)]).toEqual([0, 1]);
  await it.answer(second, requestId); // control
});

test("I5: a leader who wrote a risk with another account, and left, answers nothing", async () => {
  const it = await asked();
  const twin = await world.person("Sunniva", it.at(it.ours));
  await world.db.update(people).set({ samePersonAs: it.leader.id }).where(sql`id = ${twin.id}`);
  await it.join(twin);
  await it.leave(twin);
  await world.person("Ruaridh", it.at(it.ours, "leader"));
  const requestId = await it.ask();
  await expect(it.answer(it.leader, requestId)).rejects.toThrow("You were on the team with your other account until");
  expect(await it.waitsFor(it.leader)).toBe(0);
});

test("I5: a deputy answers nothing that the leader may not answer, but may take back and stop", async () => {
  const it = await asked();
  const deputy = await world.person("Tomos", it.at(it.ours));
  await it.deputise(it.leader.id, deputy.id, it.ours);
  await it.join(it.leader);
  const second = await world.person("Ruaridh", it.at(it.ours, "leader"));
  const requestId = await it.ask();
  await expect(it.answer(deputy, requestId)).rejects.toThrow(LEADER_TOOK_PART);
  expect(await it.waitsFor(deputy)).toBe(0);
  await it.deputise(second.id, deputy.id, it.ours);
  await it.answer(deputy, requestId); // control: in the place of a leader who had no part in it
  const { answers } = await it.read(it.lead, requestId);
  expect(answers).toMatchObject([{ by: "Tomos", inPlaceOf: "Ruaridh" }]);
  const { experimentId } = it;
  const withdrawal = { experimentId, requestId, organisationId: it.ours, reason: "It is too soon", key: key() };
  await it.leader.at(later).permissions.withdraw(withdrawal); // always allowed, also to the team's own leader
});

test("I5: a deputy named in one system answers in no other", async () => {
  const it = await asked();
  const deputy = await world.person("Tomos", it.at(it.ours));
  const elsewhere = await world.system("Saltholm and Verrick");
  const there = { systemId: elsewhere, organisationId: it.ours, fromOn: "2020-01-01" };
  await world.works(
    { ...there, personId: it.leader.id, role: "leader" },
    { ...there, personId: deputy.id, role: "member" },
  );
  await world.db.execute(sql`insert into system_organisations (system_id, organisation_id, from_on)
    values (${elsewhere}::uuid, ${it.ours}::uuid, '2020-01-01')`);
  await it.deputise(it.leader.id, deputy.id, it.ours, elsewhere);
  const requestId = await it.ask();
  await expect(it.answer(deputy, requestId)).rejects.toThrow(ANSWERS_FOR_NO_CARRIER);
  expect(await it.waitsFor(deputy)).toBe(0);
  const { carriers } = await it.lead.at(later).permissions.overview({ experimentId: it.experimentId });
  expect(carriers.find((carrier) => carrier.organisationId === it.ours)?.leaders).toHaveLength(1);
  await it.deputise(it.leader.id, deputy.id, it.ours);
  await it.answer(deputy, requestId); // control
});

test("I5: nobody gives the yes of two organisations, a deputy of the same leader does", async () => {
  const it = await asked();
  const both = await world.person("Bronagh", it.at(it.ours, "leader"));
  const deputy = await world.person("Tomos", it.at(it.theirs));
  const alsoThere = { systemId: it.systemId, organisationId: it.theirs, personId: both.id, fromOn: "2020-01-01" };
  await world.works({ ...alsoThere, role: "leader" });
  await it.deputise(both.id, deputy.id, it.theirs);
  const requestId = await it.ask();
  expect(await it.waitsFor(both)).toBe(2);
  await it.answer(both, requestId, it.ours);
  const sentence = "You have said yes for OCH Trust, and nobody gives two of the yeses that one request needs.";
  await expect(it.answer(both, requestId, it.theirs)).rejects.toThrow(sentence);
  expect((await it.read(both, requestId)).canAnswerFor).toEqual([]);
  expect(await it.waitsFor(both)).toBe(0);
  await it.answer(deputy, requestId, it.theirs);
});

test("I5: nobody gives an organisation's yes and the board's, in either order", async () => {
  for (const boardFirst of [true, false]) {
    const it = await asked({ score: 3 });
    const boardId = await world.board(it.systemId, "Partnership Board");
    await world.seat(it.systemId, boardId, it.leader.id, "chair");
    const requestId = await it.ask();
    const [review] = await it.leader.at(later).boards.reviewsOf({ experimentId: it.experimentId });
    const say = (answer: "go on" | "change", version = 0) =>
      it.leader.at(later).boards.answerReview({
        ...{
          experimentId: it.experimentId,
          reviewId: review?.id ?? "",
          answer,
          reason: "So we think",
          version,
          key: key(),
        },
      });
    if (boardFirst) {
      await say("go on");
      await expect(it.answer(it.leader, requestId)).rejects.toThrow("You have said yes for the Partnership Board");
    } else {
      await it.answer(it.leader, requestId);
      await expect(say("go on")).rejects.toThrow("You have said yes for OCH Trust");
      await say("change"); // what is no yes may be said
    }
  }
});

test("I5: a board member who was on the team answers no review", async () => {
  const it = await asked({ score: 3 });
  const boardId = await world.board(it.systemId, "Partnership Board");
  const member = await world.person("Cordelia", it.at(it.theirs));
  await world.seat(it.systemId, boardId, member.id);
  await it.join(member);
  await it.leave(member);
  await it.ask();
  const { experimentId } = it;
  const [review] = await member.at(later).boards.reviewsOf({ experimentId });
  expect(review?.mayAnswer).toBe(false);
  expect((await member.at(later).home.mine()).reviews).toEqual([]);
  const said = { reviewId: review?.id ?? "", answer: "go on" as const, reason: "Fine", version: 0, key: key() };
  await expect(member.at(later).boards.answerReview({ experimentId, ...said })).rejects.toThrow(
    "You were on the team until 5 January 2027, so somebody else on the board answers.",
  );
});

test("I5: whoever had a part in it lets nothing go on in a pause", async () => {
  const it = await asked();
  const second = await world.person("Ruaridh", it.at(it.ours, "leader"));
  await it.join(second);
  await it.leave(second);
  const requestId = await it.ask();
  await it.answer(it.leader, requestId);
  await it.answer(it.other, requestId, it.theirs);
  const { experimentId, ours: organisationId, lead } = it;
  await lead.at(later).experiments.start({ experimentId, key: key() });
  const pause = { experimentId, pauseReason: "someone could be harmed" as const, reason: "", key: key() };
  await second.at(later).experiments.pause(pause);
  await lead.at(later).permissions.reportFix({ experimentId, words: "A second nurse", key: key() });
  const goOn = (by: TestPerson) =>
    by.at(later).permissions.decideInPause({
      ...{ experimentId, organisationId, decision: "go on", reason: "That will do", key: key() },
    });
  await expect(goOn(second)).rejects.toThrow("You were on the team until 5 January 2027");
  expect((await second.at(later).permissions.paused({ experimentId })).toDecide).toEqual([]);
  await goOn(it.leader);
});
