import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { londonDay } from "@/server/days";
import { jobKinds } from "@/server/jobs/kinds";
import { enqueueDailyTasks, runDailyTasks } from "@/server/mail/daily";
import { mailThroughout } from "@/server/mail/testing";
import { anIdea, aRisk, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const server = mailThroughout();

const inDays = (count: number) => londonDay(new Date(Date.now() + count * 86_400_000));
/** Jobs run by the real clock, so events do too; only the daily tasks of many days use a stopped clock. */
const now = { at: undefined, fromOn: inDays(0), endsOn: inDays(90) };
const stopped = { at: "2027-01-04T09:00:00Z", fromOn: "2027-01-04", endsOn: "2027-03-31" };

/** Runs every job of a kind the given number of times, at any hour. */
async function doJobs(kind: "news" | "letter", times = 1) {
  const { rows } = await world.db.execute<{ id: string; payload: unknown }>(
    sql`select id, payload from jobs where kind = ${kind} and done_at is null order by run_at, key`,
  );
  const context = { database: world.db, extendLease: async () => undefined, isStopping: () => false };
  for (const { payload } of rows) {
    for (let time = 0; time < times; time++) await jobKinds[kind]?.({ ...context, payload });
  }
  await world.db.execute(sql`update jobs set done_at = now() where kind = ${kind}`);
}

/** E-mails sent since the last call, by recipient. */
async function letters(times = 1) {
  server.taken.length = 0;
  await doJobs("news", times);
  await doJobs("letter");
  return server.taken.map(({ to: [to = ""], text }) => ({ to, text: readable(text) }));
}

const fromBytes = (text: string) =>
  decodeURIComponent(text.replaceAll("%", "%25").replaceAll(/=([0-9A-F]{2})/g, "%$1"));
/** A letter as a mailbox shows it: its subject and its text without their encodings. */
const readable = (text: string) =>
  fromBytes(
    text
      .replaceAll(/\?=\r\n =\?UTF-8\?Q\?/g, "")
      .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, words: string) => words.replaceAll("_", " "))
      .replaceAll(/=\r\n/g, ""),
  );

async function asking({ at, ...dates }: { at?: string; fromOn: string; endsOn: string } = now, { score = 2 } = {}) {
  const as = (person: TestPerson) => (at ? person.at(at) : person.api);
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const colleague = await world.person("Bronagh", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk({ ...lead, api: as(lead) }, { systemId, organisationId });
  await as(lead).experiments.addTeamMember({ experimentId, personId: colleague.id, leads: false, key: key() });
  const risk = { ...aRisk, consequence: 5, likelihood: score, carriedBy: [organisationId] };
  if (score > 2) await as(lead).risks.record({ ...risk, experimentId, key: key() });
  const boardId = await world.board(systemId, "Place Board");
  const [chair, member, observer] = [
    await world.person("Cordelia"),
    await world.person("Aled"),
    await world.person("Odile"),
  ];
  await world.seat(systemId, boardId, chair.id, "chair");
  await world.seat(systemId, boardId, member.id);
  await world.seat(systemId, boardId, observer.id, "observer");
  await world.seat(systemId, boardId, colleague.id); // on the team, so may not answer
  const { requestId } = await as(lead).permissions.ask({ experimentId, ...dates, key: key() });
  const answer = async (answer: "yes" | "question", inWords = "") => {
    const { termsHash } = await as(leader).permissions.request({ experimentId, requestId });
    const input = { experimentId, requestId, organisationId, answer, inWords, termsHash, key: key() };
    return as(leader).permissions.answer(input);
  };
  const emailOf = async (id: string) => {
    const { rows } = await world.db.execute<{ email: string }>(sql`select email from people where id = ${id}`);
    return rows[0]?.email ?? "";
  };
  return { boardId, chair, member, organisationId, lead, colleague, leader, experimentId, requestId, answer, emailOf };
}

test("asking, a question, its reply and the answer each reach those who wait for them", async () => {
  const it = await asking();
  const [team, leader] = [
    [await it.emailOf(it.lead.id), await it.emailOf(it.colleague.id)],
    await it.emailOf(it.leader.id),
  ];
  const first = await letters();
  expect(first.map(({ to }) => to)).toEqual([leader]);
  expect(first[0]?.text).toContain(`https://leeway.example/experiments/${it.experimentId}/permission/decide`);
  await it.answer("question", "Who covers the line?");
  const question = await letters();
  expect(question.map(({ to }) => to).toSorted()).toEqual(team.toSorted());
  expect(question[0]?.text).toContain("Who covers the line?");
  const { answers } = await it.lead.api.permissions.overview({ experimentId: it.experimentId });
  const reply = {
    experimentId: it.experimentId,
    answerId: answers[0]?.id ?? "",
    inWords: "The desk does.",
    key: key(),
  };
  await it.lead.api.permissions.reply(reply);
  expect((await letters()).map(({ to }) => to)).toEqual([leader]);
  await it.answer("yes", "If it dips I explain it.");
  expect((await letters()).map(({ to }) => to).toSorted()).toEqual(team.toSorted());
});

test("a board hears that it is asked, by a team or because a score is 15, and the team that it answered", async () => {
  const it = await asking(now, { score: 3 });
  const { experimentId, lead, boardId } = it;
  const askReview = { experimentId, boardId, question: "May every ward do so?", key: key() };
  const board = [await it.emailOf(it.chair.id), await it.emailOf(it.member.id)].toSorted();
  const toBoard = (await letters()).filter(({ text }) => text.includes("Your board is asked for its view"));
  expect(toBoard.map(({ to }) => to).toSorted()).toEqual(board);
  expect(toBoard[0]?.text).toContain(`https://leeway.example/experiments/${experimentId}/board`);
  expect(toBoard[0]?.text).toContain("You get this because you sit on the Place Board.");
  const { reviewId } = await lead.api.boards.askReview(askReview);
  const byTeam = await letters();
  expect(byTeam.map(({ to }) => to).toSorted()).toEqual(board);
  expect(byTeam[0]?.text).toContain("May every ward do so?");
  const spread = { experimentId, reviewId, answer: "spread" as const, reason: "Nobody was harmed", version: 0 };
  await it.chair.api.boards.answerReview({ ...spread, key: key() });
  const answered = await letters();
  // Everyone who answers for a carrier hears a board's word, as the team does
  expect(answered.map(({ to }) => to).toSorted()).toEqual(
    [await it.emailOf(lead.id), await it.emailOf(it.colleague.id), await it.emailOf(it.leader.id)].toSorted(),
  );
  expect(answered[0]?.text).toContain("Nobody was harmed");
  const another = { ...askReview, question: "And every practice?", key: key() };
  const { reviewId: second } = await lead.api.boards.askReview(another);
  await it.member.api.boards.answerReview({ ...spread, reviewId: second, key: key() });
  expect((await letters()).filter(({ text }) => text.includes("Your board is asked"))).toEqual([]);
});

test("a stop is told once though the job is done twice: not to who did it, not to who has left", async () => {
  const it = await asking();
  await it.answer("yes");
  await letters();
  const { experimentId, lead, colleague, leader } = it;
  await lead.api.experiments.start({ experimentId, key: key() });
  const gone = await world.person("Piers", { systemId: await world.system(), organisationId: it.organisationId });
  await world.db.execute(sql`insert into team_members (id, system_id, experiment_id, person_id, leads, from_on, ends_on)
    select gen_random_uuid(), system_id, id, ${gone.id}, false, '2026-01-01', '2026-02-01' from experiments where id = ${experimentId}`);
  const something = { experimentId, pauseReason: "someone could be harmed" as const, reason: "A fall", key: key() };
  await lead.api.experiments.pause(something);
  const sent = await letters(2);
  expect(sent.map(({ to }) => to).toSorted()).toEqual(
    [await it.emailOf(colleague.id), await it.emailOf(leader.id)].toSorted(),
  );
  expect(sent[0]?.text).toContain(`Subject: Paused: “${anIdea.title}”`);
  expect(sent[0]?.text).toMatch(/^Message-ID:\s+<\S+@leeway>/m);
  await colleague.api.experiments.pause({ ...something, reason: "I saw it too", key: key() });
  expect((await letters()).map(({ text }) => text).join()).toContain("said more about what is wrong");
  await leader.api.experiments.stop({ experimentId, reason: "Thank you all", key: key() });
  await world.db.execute(sql`update people set suspended_at = now() where id = ${colleague.id}`);
  expect((await letters()).map(({ to }) => to)).toEqual([await it.emailOf(lead.id)]);
});

test("whoever has left the system since gets no letter, though the team's list still has them and it was on its way", async () => {
  const it = await asking();
  await letters();
  await it.answer("yes");
  const leftSystem = (id: string) =>
    world.db.execute(sql`update memberships set ends_on = '2026-01-01' where person_id = ${id}`);
  await world.db.execute(sql`update board_seats set ends_on = '2026-01-01' where person_id = ${it.colleague.id}`);
  await leftSystem(it.colleague.id);
  expect((await letters()).map(({ to }) => to)).toEqual([await it.emailOf(it.lead.id)]);
});

test("everyone who gave a yes hears of changed terms, a board's word, a stop and a conclusion, once each", async () => {
  const it = await asking(now, { score: 3 });
  const { experimentId, lead, leader, chair } = it;
  await it.answer("yes");
  const reviews = await chair.api.boards.reviewsOf({ experimentId });
  const goOn = { answer: "go on" as const, reason: "Worth it", version: 0 };
  await chair.api.boards.answerReview({ ...goOn, experimentId, reviewId: reviews[0]?.id ?? "", key: key() });
  const yeses = [await it.emailOf(leader.id), await it.emailOf(chair.id)];
  const heard = async (subject: string) =>
    (await letters(2)).filter(({ to, text }) => yeses.includes(to) && text.includes(subject)).map(({ to }) => to);
  expect(await heard("A board has answered")).toEqual([yeses[0]]);
  await lead.api.experiments.start({ experimentId, key: key() });
  const change = (harm: string) =>
    lead.api.risks.record({ ...aRisk, harm, experimentId, carriedBy: [it.organisationId], key: key() });
  await change("A bed stays empty");
  expect((await heard("What was agreed to has changed")).toSorted()).toEqual(yeses.toSorted());
  await change("Two beds stay empty");
  expect(await heard("What was agreed to has changed")).toEqual([]);
  await lead.api.experiments.stop({ experimentId, reason: "We know enough", key: key() });
  expect((await heard("It has ended")).toSorted()).toEqual(yeses.toSorted());
  const left = it.chair.id;
  await world.db.execute(sql`update board_seats set ends_on = '2026-01-01' where person_id = ${left}`);
  const conclusion = { outcome: "stopped early" as const, whatHappened: "Fewer came", learned: "Ring sooner" };
  await lead.api.experiments.conclude({
    ...conclusion,
    ...{ changeStops: true, measuringStops: false, experimentId, key: key() },
  });
  expect(await heard("What was learned")).toEqual([yeses[0]]);
});

test("what is undone is told to nobody", async () => {
  const it = await asking();
  await letters();
  const { experimentId, leader } = it;
  await expect(
    leader.api.permissions.decideInPause({
      ...{ experimentId, organisationId: it.organisationId, decision: "go on", reason: "Fine", key: key() },
    }),
  ).rejects.toThrow("It is not paused");
  expect(await letters()).toEqual([]);
});

test("14, 7 and 1 days before the end team and leader hear once each, however many rounds and servers", async () => {
  const it = await asking(stopped);
  await it.answer("yes");
  await letters();
  const heard: Record<string, number> = {};
  for (let day = 10; day <= 31; day++) {
    const at = `2027-03-${day}T08:00:00Z`;
    await Promise.all([runDailyTasks(world.db, at), runDailyTasks(world.db, at)]);
    const { rows } = await world.db.execute<{ count: number }>(sql`
      select count(*)::int as count from jobs j join reminders r on r.id::text = j.payload->>'reminderId'
      where j.kind = 'news' and j.done_at is null and r.experiment_id = ${it.experimentId}`);
    if (rows[0]?.count) heard[at.slice(0, 10)] = rows[0].count;
    await world.db.execute(sql`update jobs set done_at = now()`);
  }
  expect(heard).toEqual({ "2027-03-17": 1, "2027-03-24": 1, "2027-03-30": 1 });
});

test("a request that waits longer than the system chose is told to the team once, with who else may answer", async () => {
  const it = await asking(stopped);
  await letters();
  for (const day of ["08", "09", "10", "11", "12"]) await runDailyTasks(world.db, `2027-01-${day}T08:00:00Z`);
  const { rows } = await world.db.execute<{ payload: unknown }>(sql`
    select payload from jobs where kind = 'news' and payload->>'waitingRequestId' = ${it.requestId}`);
  expect(rows.length).toBe(1);
});

test("each day's round is asked for once by all servers together, and asks for the next", async () => {
  await world.db.execute(sql`delete from jobs where kind = 'every day'`);
  await Promise.all([
    enqueueDailyTasks(world.db),
    enqueueDailyTasks(world.db),
    runDailyTasks(world.db),
    runDailyTasks(world.db),
  ]);
  const { rows } = await world.db.execute<{ key: string }>(sql`select key from jobs where kind = 'every day'`);
  expect(new Set(rows.map((row) => row.key)).size).toBe(2);
  expect(rows.length).toBe(2);
});
