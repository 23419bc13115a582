import { expect, test } from "vitest";
import { type PauseReason, pauseReasons } from "@/db/vocabulary";
import {
  keepsItPaused,
  NOT_SAID_WHAT_IT_DID,
  staysPausedUntil,
  waitsForLeader,
  whoLetsItGoOn,
} from "@/server/experiments/pauses";
import { key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";
import { anotherLeaderAnswers } from "./whose-answer";

const world = testSystem();
const now = "2027-01-04T09:00:00Z";
const waits = staysPausedUntil(
  whoLetsItGoOn([{ pauseReason: "a stop rule was met" }], [{ organisation: "OCH Trust" }]),
);

async function running() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk({ ...lead, api: lead.at(now) }, { systemId, organisationId });
  const on = { experimentId };
  const api = { lead: lead.at(now), leader: leader.at(now) };
  const dates = { fromOn: "2027-01-04", endsOn: "2027-03-31" };
  const { requestId } = await api.lead.permissions.ask({ ...on, ...dates, key: key() });
  const { termsHash } = await api.leader.permissions.request({ ...on, requestId });
  const yes = { requestId, organisationId, answer: "yes" as const, inWords: "", termsHash };
  await api.leader.permissions.answer({ ...on, ...yes, key: key() });
  await api.lead.experiments.start({ ...on, key: key() });
  type Pressed = "something else" | "someone could be harmed" | "a stop rule was met";
  const press = (pauseReason: Pressed, by: TestPerson = lead) =>
    by.at(now).experiments.pause({ ...on, pauseReason, reason: "", key: key() });
  const resume = () => api.lead.experiments.resume({ ...on, reason: "Mended", key: key() });
  const fix = () => api.lead.permissions.reportFix({ ...on, words: "A second nurse", key: key() });
  const decide = (decision: "keep paused" | "go on", by: TestPerson = leader) =>
    by.at(now).permissions.decideInPause({ ...on, organisationId, decision, reason: "So I think", key: key() });
  const stage = async () => (await api.lead.experiments.find(on)).stage;
  return { systemId, organisationId, lead, leader, experimentId, on, api, press, resume, fix, decide, stage };
}

test("I8: what waits for a leader is every reason but something else, among all pauses since it went on", () => {
  const of = (...reasons: (PauseReason | null)[]) => reasons.map((pauseReason) => ({ pauseReason }));
  expect(pauseReasons.filter((reason) => !waitsForLeader(of(reason)))).toEqual(["something else"]);
  expect(waitsForLeader(of("something else", "a stop rule was met", "something else"))).toBe(true);
  expect([waitsForLeader(of(null)), waitsForLeader([])]).toEqual([true, false]);
  const carriers = [{ organisation: "OCH" }, { organisation: "NLA" }];
  expect(whoLetsItGoOn(of("a board said stop"), carriers)).toBe(
    "a leader of OCH or NLA lets it go on, after its team has said what it did about it",
  );
  expect(whoLetsItGoOn(of("something else"), carriers)).toBe("its team or a leader of OCH or NLA lets it go on");
});

test("I8: a team does not lift a pause for safety, a leader does once the team said what it did", async () => {
  for (const reason of ["someone could be harmed", "a stop rule was met"] as const) {
    const it = await running();
    await it.press(reason);
    await expect(it.resume()).rejects.toThrow(waits);
    await expect(it.decide("go on")).rejects.toThrow(NOT_SAID_WHAT_IT_DID);
    await it.fix();
    await expect(it.resume()).rejects.toThrow(waits);
    await expect(it.decide("go on", it.lead)).rejects.toThrow(anotherLeaderAnswers("You are on the team"));
    await it.decide("go on");
    expect(await it.stage()).toBe("running");
    // The next pause begins anew: what was said of the last one counts no more
    await it.press("something else");
    await it.resume();
    await it.press("someone could be harmed");
    await expect(it.decide("go on")).rejects.toThrow(NOT_SAID_WHAT_IT_DID);
  }
});

test("I8: saying something else first changes nothing, whoever sees the harm then", async () => {
  const it = await running();
  const colleague = await world.person("Shanice", it);
  await it.api.lead.experiments.share({ ...it.on, key: key() }).catch(() => null);
  await it.press("something else");
  await it.fix();
  await it.press("someone could be harmed", colleague);
  await expect(it.resume()).rejects.toThrow(waits);
  await expect(it.decide("go on")).rejects.toThrow(NOT_SAID_WHAT_IT_DID); // what it did came before
  expect(await it.api.lead.permissions.paused(it.on)).toMatchObject({
    waitsForLeader: true,
    pauses: [
      { pauseReason: "something else", by: "Callum" },
      { pauseReason: "someone could be harmed", by: "Shanice" },
    ],
  });
  await it.fix();
  await it.decide("go on");
});

test("I8: whoever keeps it paused still does when more is said about it", async () => {
  const it = await running();
  await it.press("something else");
  await it.decide("keep paused");
  await expect(it.resume()).rejects.toThrow(
    `${keepsItPaused({ by: "Sunniva", organisation: "OCH Trust" })}: So I think`,
  );
  await it.press("someone could be harmed");
  expect(await it.api.lead.permissions.pauseDecisions(it.on)).toMatchObject([{ decision: "keep paused" }]);
});

test("I8: a board that says stop pauses at once, waits for a leader, and stands on the card", async () => {
  const it = await running();
  const boardId = await world.board(it.systemId, "Partnership Board");
  const chair = await world.person("Cordelia");
  await world.seat(it.systemId, boardId, chair.id, "chair");
  const question = { boardId, question: "Shall we go on?", key: key() };
  const { reviewId } = await it.api.lead.boards.askReview({ ...it.on, ...question });
  const said = { reviewId, reason: "Two people fell", version: 0, key: key() };
  await chair.at(now).boards.answerReview({ ...it.on, ...said, answer: "stop" });
  expect(await it.stage()).toBe("paused");
  await expect(it.resume()).rejects.toThrow(waits);
  const card = await it.api.lead.permissions.card(it.on);
  expect(card.sentence).toBe(`Cordelia paused it on 4 January 2027: a board said stop. ${waits}`);
  expect(card.boards).toEqual(["Partnership Board: stop, on 4 January 2027"]);
  const [latest] = await it.api.lead.journal.list(it.on);
  expect(latest?.act).toBe("paused it, because the Partnership Board said stop: Two people fell");
  await it.fix();
  await it.decide("go on");
  expect(await it.stage()).toBe("running");
});

test("I8: before a start and after the end a board's stop pauses nothing", async () => {
  const it = await running();
  await it.api.lead.experiments.stop({ ...it.on, reason: "We know enough", key: key() });
  const boardId = await world.board(it.systemId, "Partnership Board");
  const chair = await world.person("Cordelia");
  await world.seat(it.systemId, boardId, chair.id, "chair");
  const idea = await registerWithRisk({ ...it.lead, api: it.lead.at(now) }, it);
  for (const [experimentId, stage] of [
    [idea, "idea"],
    [it.experimentId, "ended"],
  ] as const) {
    const question = { boardId, question: "Shall we go on?", key: key() };
    const { reviewId } = await it.api.lead.boards.askReview({ experimentId, ...question });
    const said = { reviewId, answer: "stop" as const, reason: "No", version: 0, key: key() };
    await chair.at(now).boards.answerReview({ experimentId, ...said });
    expect((await it.api.lead.experiments.find({ experimentId })).stage).toBe(stage);
  }
});
