import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { runDailyTasks } from "@/server/mail/daily";
import { anIdea, aRisk, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";
import { DAY_IS_OVER, notEarlier } from "./conditions";

const world = testSystem();
const asked = "2027-01-04T09:00:00Z";
const dates = { fromOn: "2027-01-04", endsOn: "2027-03-31" };

async function requested({ score = 2 } = {}) {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk({ ...lead, api: lead.at(asked) }, { systemId, organisationId });
  const risk = { ...aRisk, consequence: 5, likelihood: score, carriedBy: [organisationId] };
  if (score > 2) await lead.at(asked).risks.record({ ...risk, experimentId, key: key() });
  const ask = async (at = asked, days = dates, more: { renewsId?: string; boardId?: string } = {}) =>
    (await lead.at(at).permissions.ask({ experimentId, ...days, ...more, key: key() })).requestId;
  type Given = {
    answer: "yes" | "yes with conditions" | "question" | "not this time";
    endsOn?: string;
    inWords?: string;
  };
  const answer = async (requestId: string, given: Given = { answer: "yes" }, at = asked, by: TestPerson = leader) => {
    const { termsHash } = await by.at(at).permissions.request({ experimentId, requestId });
    const input = { inWords: "", ...given, termsHash, key: key() };
    return by.at(at).permissions.answer({ experimentId, requestId, organisationId, ...input });
  };
  const start = (at = asked) => lead.at(at).experiments.start({ experimentId, key: key() });
  const stageAt = async (at: string) => (await lead.at(at).experiments.find({ experimentId })).stage;
  const why = (at = asked) => lead.at(at).experiments.whyNotStart({ experimentId });
  return { systemId, organisationId, lead, leader, experimentId, ask, answer, start, stageAt, why };
}

test("a yes with a shorter date covers once the team has accepted it, and until that date", async () => {
  const it = await requested();
  const { lead, leader, experimentId } = it;
  const requestId = await it.ask();
  const conditional = (endsOn: string) => it.answer(requestId, { answer: "yes with conditions", endsOn });
  await expect(conditional("2027-03-31")).rejects.toThrow(notEarlier("2027-03-31"));
  await expect(conditional("2027-01-03")).rejects.toThrow(DAY_IS_OVER);
  await conditional("2027-02-28");
  expect(await it.why()).toEqual(["OCH Trust has said yes with conditions. Accept them, or take the request back."]);
  await expect(it.start()).rejects.toThrow("Accept them");
  const { answers } = await lead.at(asked).permissions.overview({ experimentId });
  const accept = { experimentId, answerId: answers[0]?.id ?? "", key: key() };
  await expect(leader.at(asked).permissions.acceptConditions(accept)).rejects.toThrow("other people");
  await lead.at(asked).permissions.acceptConditions({ ...accept, key: key() });
  await expect(lead.at(asked).permissions.acceptConditions({ ...accept, key: key() })).rejects.toThrow("already");
  await it.start();
  expect(await it.stageAt("2027-02-28T23:59:59Z")).toBe("running");
  expect(await it.stageAt("2027-03-01T00:00:00Z")).toBe("permission ended");
});

test("a withdrawal and a yes in the same moment: the withdrawal holds, whichever came first", async () => {
  for (const withdrawFirst of [true, false]) {
    const it = await requested();
    const { leader, systemId, organisationId, experimentId } = it;
    const second = await world.person("Ruaridh", { systemId, organisationId, role: "leader" });
    const requestId = await it.ask();
    const withdraw = { experimentId, requestId, organisationId, reason: "Too soon", key: key() };
    const both = [
      () => leader.at(asked).permissions.withdraw(withdraw),
      () => it.answer(requestId, { answer: "yes" }, asked, second),
    ];
    const results = await Promise.allSettled((withdrawFirst ? both : both.toReversed()).map((act) => act()));
    expect(results.filter((one) => one.status === "fulfilled").length).toBeGreaterThan(0);
    expect(await it.stageAt(asked)).not.toBe("permitted");
    await expect(it.start()).rejects.toThrow("It cannot start yet");
  }
});

test("of two who say yes at once one counts; of a yes and an edit, no start without cover", async () => {
  const it = await requested();
  const { lead, systemId, organisationId, experimentId } = it;
  const second = await world.person("Ruaridh", { systemId, organisationId, role: "leader" });
  const requestId = await it.ask();
  const yes = await Promise.allSettled([it.answer(requestId), it.answer(requestId, { answer: "yes" }, asked, second)]);
  expect(yes.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const again = await it.ask();
  const edit = { ...anIdea, experimentId, takingPart: [], version: 1, changeIdea: "Another idea", key: key() };
  await Promise.allSettled([it.answer(again), lead.at(asked).experiments.edit(edit)]);
  expect(await it.stageAt(asked)).toBe("terms changed");
});

test("a score of 15 goes to a board too: nothing starts before it has said go on, nor after it thought again", async () => {
  const it = await requested({ score: 3 });
  await expect(it.ask()).rejects.toThrow("this system has none yet");
  const board = await world.board(it.systemId, "Partnership Board");
  const chair = await world.person("Cordelia");
  await world.seat(it.systemId, board, chair.id, "chair");
  await it.answer(await it.ask());
  expect(await it.why()).toEqual(["The Partnership Board has not said yes yet."]);
  await expect(it.start()).rejects.toThrow("The Partnership Board has not said yes yet");
  const { experimentId } = it;
  const say = async (answer: "go on" | "stop", version: number) => {
    const { rows } = await world.db.execute<{ id: string }>(
      sql`select id from board_reviews where experiment_id = ${experimentId}`,
    );
    const review = { reviewId: rows[0]?.id ?? "", answer, reason: "The risk is there today", version, key: key() };
    await chair.at(asked).boards.answerReview({ experimentId, ...review });
  };
  await say("go on", 0);
  await it.start();
  expect(await it.stageAt(asked)).toBe("running");
  await say("stop", 1);
  expect(await it.stageAt(asked)).toBe("paused");
});

test("longer is a new linked request, and the third renewal needs a board", async () => {
  const it = await requested();
  const board = await world.board(it.systemId, "Partnership Board");
  await world.board(it.systemId, "Another board");
  const first = await it.ask();
  await expect(it.ask(asked, dates, { renewsId: first })).rejects.toThrow("Nobody said yes");
  await it.answer(first);
  let last = first;
  for (const endsOn of ["2027-04-30", "2027-05-31"]) {
    last = await it.ask(asked, { ...dates, endsOn }, { renewsId: last });
    await it.answer(last);
  }
  const third = { ...dates, endsOn: "2027-06-30" };
  await expect(it.ask(asked, third, { renewsId: last })).rejects.toThrow("Choose the board to ask");
  await it.answer(await it.ask(asked, third, { renewsId: last, boardId: board }));
  await it.start();
  expect(await it.stageAt("2027-05-31T22:59:59Z")).toBe("running"); // by the second renewal
  expect(await it.stageAt("2027-05-31T23:00:00Z")).toBe("permission ended"); // the board has not said yes to the third
});

test("while it is paused a leader keeps it paused, lets it go on, or ends the permission", async () => {
  const it = await requested();
  const { lead, leader, organisationId, experimentId } = it;
  await it.answer(await it.ask());
  await it.start();
  const decide = (decision: "keep paused" | "end permission" | "go on", by = leader) =>
    by
      .at(asked)
      .permissions.decideInPause({ experimentId, organisationId, decision, reason: "The ward is short", key: key() });
  const pause = () =>
    lead.at(asked).experiments.pause({ experimentId, pauseReason: "something else", reason: "", key: key() });
  const resume = () => lead.at(asked).experiments.resume({ experimentId, reason: "Mended", key: key() });
  await expect(decide("go on")).rejects.toThrow("It is not paused");
  await pause();
  await expect(decide("go on", lead)).rejects.toThrow("other people");
  await decide("keep paused");
  await expect(resume()).rejects.toThrow("Sunniva keeps it paused for OCH Trust: The ward is short");
  await expect(decide("go on")).rejects.toThrow("The team has not said yet what it has done about it");
  const reportFix = (by = lead) =>
    by.at(asked).permissions.reportFix({ experimentId, words: "A second nurse is on the ward", key: key() });
  await expect(reportFix(leader)).rejects.toThrow("other people");
  await reportFix();
  expect(await leader.at(asked).permissions.fixes({ experimentId })).toMatchObject([
    { words: "A second nurse is on the ward", by: "Callum" },
  ]);
  await decide("go on");
  expect(await it.stageAt(asked)).toBe("running");
  await expect(reportFix()).rejects.toThrow("It is not paused");
  await pause();
  await decide("end permission");
  await expect(resume()).rejects.toThrow("It cannot go on yet");
});

test("a permission near its end is reminded of 14, 7 and 1 days before, once each, and late if nothing ran that day", async () => {
  const it = await requested();
  await it.answer(await it.ask());
  const runDays = ["16", "17", "20", "26", "30"]; // nothing ran on the 24th
  for (const day of runDays) await runDailyTasks(world.db, `2027-03-${day}T08:00:00Z`);
  await runDailyTasks(world.db, "2027-04-01T08:00:00Z");
  const { rows } = await world.db.execute(sql`
    select days_before as days, (reminded_at at time zone 'Europe/London')::date::text as "on" from reminders
    where experiment_id = ${it.experimentId} order by reminded_at`);
  expect(rows).toEqual([
    { days: 14, on: "2027-03-17" },
    { days: 7, on: "2027-03-26" },
    { days: 1, on: "2027-03-30" },
  ]);
});

test("a leader names a deputy for a period, who names nobody, and ends it", async () => {
  const it = await requested();
  const { lead, leader, systemId, organisationId } = it;
  const deputy = await world.person("Tomos", { systemId, organisationId });
  const days = { fromOn: "2027-01-04", endsOn: "2027-01-10" };
  const name = (by: TestPerson, deputyId: string) =>
    by.at(asked).organisations.nameDeputy({ systemId, organisationId, deputyId, ...days, key: key() });
  await expect(name(leader, leader.id)).rejects.toThrow("Choose somebody else");
  await name(leader, deputy.id);
  await expect(name(deputy, lead.id)).rejects.toThrow("other people");
  const requestId = await it.ask();
  await expect(it.answer(requestId, { answer: "yes" }, "2027-01-11T09:00:00Z", deputy)).rejects.toThrow("other people");
  const [row] = await leader.at(asked).organisations.deputies();
  expect(row).toMatchObject({ leader: "Sunniva", deputy: "Tomos", mine: true });
  await leader.at(asked).organisations.endDeputy({ systemId, deputyRowId: row?.id ?? "", key: key() });
  await expect(it.answer(requestId, { answer: "yes" }, asked, deputy)).rejects.toThrow("other people");
  await world.works({ systemId, organisationId, personId: deputy.id, role: "leader", fromOn: "2020-01-01" });
  await name(leader, deputy.id);
  await expect(name(deputy, leader.id)).rejects.toThrow("Sunniva has named you");
});

test("how fast leaders answer is said of the system, and of oneself from 5 answers on", async () => {
  const it = await requested();
  const { leader, lead, systemId } = it;
  const figures = (by: TestPerson) => by.at("2027-01-20T09:00:00Z").permissions.figures({ systemId });
  for (const days of [1, 2, 3, 4]) await it.answer(await it.ask(), { answer: "yes" }, `2027-01-0${4 + days}T09:00:00Z`);
  expect(await figures(leader)).toEqual({
    system: { answered: 4, medianDays: null, waiting: 0, longestWaiting: null },
    ownWord: 0,
    mine: null,
  });
  await it.answer(await it.ask(), { answer: "not this time", inWords: "No" }, "2027-01-13T09:00:00Z");
  await it.ask();
  expect(await figures(leader)).toEqual({
    system: { answered: 5, medianDays: 3, waiting: 1, longestWaiting: 16 },
    ownWord: 0,
    mine: { answered: 5, medianDays: 3 },
  });
  expect((await figures(lead)).mine).toBeNull();
});
