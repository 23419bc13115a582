import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { boards } from "@/db/schema";
import type { MeetingRule, SeatRole } from "@/db/vocabulary";
import { weekdayOf } from "@/server/boards/meeting-rule";
import { addDays } from "@/server/days";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const question = "May every practice work this way?";

/** A board with a question about an experiment, and a person with a seat on it. */
async function aBoardThatWasAsked() {
  const systemId = await world.system();
  const practices = await world.organisation(systemId, "TWP");
  const farhan = await world.person("Farhan", { systemId, organisationId: practices });
  const boardId = await world.board(systemId, "Place Board");
  const seated = async (name: string, role: SeatRole, on = boardId) => {
    const person = await world.person(name);
    await world.seat(systemId, on, person.id, role);
    return person;
  };
  const cordelia = await seated("Cordelia", "chair");
  const experimentId = await registerWithRisk(farhan, { systemId, organisationId: practices });
  const { reviewId } = await farhan.api.boards.askReview({ experimentId, boardId, question, key: key() });
  return { systemId, practices, farhan, boardId, seated, cordelia, experimentId, reviewId };
}

const spread = { answer: "spread" as const, reason: "Nobody was harmed", version: 0 };
const refusalOf = (sent: Promise<unknown>) => sent.then(() => "it was done").catch((error) => error);

test("a board is asked, its member answers with a reason, and the whole system can read both", async () => {
  const { systemId, practices, farhan, boardId, cordelia, experimentId, reviewId } = await aBoardThatWasAsked();
  const colleague = await world.person("Colleague", { systemId, organisationId: practices });
  const board = await cordelia.api.boards.find({ boardId });
  expect(board.waiting).toMatchObject([{ reviewId, experimentId, question, askedBy: "Farhan" }]);
  expect(board.seats).toMatchObject([{ organisation: null, people: [{ name: "Cordelia", role: "chair" }] }]);
  expect(await colleague.api.boards.list()).toMatchObject([{ name: "Place Board", waiting: 1, mySeat: null }]);

  const lookAgainOn = "2099-10-08";
  await cordelia.api.boards.answerReview({ ...spread, experimentId, reviewId, lookAgainOn, key: key() });
  expect(await farhan.api.boards.reviewsOf({ experimentId })).toMatchObject([
    { question, mayAnswer: false, answers: [{ answer: "spread", by: "Cordelia", lookAgainOn }] },
  ]);
  expect((await cordelia.api.boards.find({ boardId })).waiting).toEqual([]);
  const { decisions, total } = await colleague.api.boards.decisions({ page: 1, board: boardId });
  expect(total).toBe(1);
  expect(decisions).toMatchObject([{ answer: "spread", reason: "Nobody was harmed", by: "Cordelia", lookAgainOn }]);
  expect((await colleague.api.boards.decisions({ page: 1, board: crypto.randomUUID() })).total).toBe(0);

  expect(await cordelia.api.boards.answeredByMine()).toMatchObject([{ experimentId, question, answer: "spread" }]);
  expect(await farhan.api.boards.answeredByMine()).toEqual([]);

  const story = await farhan.api.journal.list({ experimentId });
  expect(story.slice(0, 3).map((entry) => `${entry.by} ${entry.act}`)).toEqual([
    "Cordelia answered for the Place Board: spread, to be looked at again on 8 October 2099. Nobody was harmed",
    "Farhan asked the Place Board to look at it: May every practice work this way?",
    "Farhan showed the idea to everyone in the system",
  ]);
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
});

test("only a seat on that very board answers: no observer, nobody of another board, not the team, not who asked", async () => {
  const { systemId, farhan, boardId, seated, cordelia, experimentId, reviewId } = await aBoardThatWasAsked();
  const otherBoard = await world.board(systemId, "Urgent Care Board");
  const neverAsked = await seated("Never asked", "chair", await world.board(systemId, "A third board"));
  const ofAnother = await seated("Of another board", "member", otherBoard);
  await farhan.api.boards.askReview({ experimentId, boardId: otherBoard, question, key: key() });
  const observer = await seated("Observer", "observer");
  const onTheTeam = await seated("On the team", "member");
  await world.db.execute(sql`insert into team_members (id, system_id, experiment_id, person_id)
    values (gen_random_uuid(), ${systemId}::uuid, ${experimentId}::uuid, ${onTheTeam.id}::uuid)`);

  const answerAs = (person: TestPerson) =>
    refusalOf(person.api.boards.answerReview({ ...spread, experimentId, reviewId, key: key() }));
  for (const person of [neverAsked, ofAnother, observer, onTheTeam, farhan]) {
    expect((await answerAs(person)).code, person.name).toBe("FORBIDDEN");
    const reviews = await person.api.boards.reviewsOf({ experimentId });
    expect(reviews.find((review) => review.id === reviewId)?.mayAnswer, person.name).toBe(false);
  }
  // Farhan leaves the team and joins the board: the question stays his own.
  await onTheTeam.api.experiments.endTeamMembership({ experimentId, personId: farhan.id, key: key() });
  await world.seat(systemId, boardId, farhan.id);
  expect((await answerAs(farhan)).code).toBe("FORBIDDEN");
  expect((await farhan.api.boards.decisions({ page: 1 })).total).toBe(0);

  expect(await answerAs(cordelia)).toBe("it was done");
  await seated("Deputy", "deputy").then((deputy) =>
    deputy.api.boards.answerReview({ ...spread, version: 1, experimentId, reviewId, key: key() }),
  );
  expect((await farhan.api.boards.decisions({ page: 1 })).total).toBe(2);
});

test("a seat that has ended answers no more", async () => {
  const { seated, experimentId, reviewId } = await aBoardThatWasAsked();
  const leaver = await seated("Leaver", "member");
  await world.db.execute(sql`update board_seats set ends_on = london_today() - 1 where person_id = ${leaver.id}::uuid`);
  const refused = await refusalOf(leaver.api.boards.answerReview({ ...spread, experimentId, reviewId, key: key() }));
  expect(refused.code).toBe("NOT_FOUND");
});

test("a double press asks once and answers once", async () => {
  const { farhan, boardId, cordelia, experimentId, reviewId } = await aBoardThatWasAsked();
  const request = { experimentId, boardId, question: "And for how long?", key: key() };
  const sent = await Promise.all(Array.from({ length: 5 }, () => farhan.api.boards.askReview(request)));
  expect(new Set(sent.map((answer) => answer.reviewId)).size).toBe(1);
  expect(await farhan.api.boards.reviewsOf({ experimentId })).toHaveLength(2);
  const again = await refusalOf(farhan.api.boards.askReview({ ...request, key: key() }));
  expect(again.message).toContain("has this question already");

  const answer = { ...spread, experimentId, reviewId, key: key() };
  await Promise.all(Array.from({ length: 5 }, () => cordelia.api.boards.answerReview(answer)));
  const reviews = await farhan.api.boards.reviewsOf({ experimentId });
  expect(reviews.find((review) => review.id === reviewId)?.answers).toHaveLength(1);
});

test("two members who answer at once do not answer past each other; a change of mind is a later answer", async () => {
  const { farhan, seated, cordelia, experimentId, reviewId } = await aBoardThatWasAsked();
  const marcus = await seated("Marcus", "member");
  const it = { experimentId, reviewId };
  await cordelia.api.boards.answerReview({ ...spread, ...it, key: key() });
  const stop = { ...it, answer: "stop" as const, reason: "It costs too much" };
  const met = await refusalOf(marcus.api.boards.answerReview({ ...stop, version: 0, key: key() }));
  expect(met.cause).toMatchObject({ version: 1, by: "Cordelia", theirs: { answer: "spread" } });
  await marcus.api.boards.answerReview({ ...stop, version: 1, key: key() });
  const [review] = await farhan.api.boards.reviewsOf({ experimentId });
  expect(review?.answers.map((answer) => `${answer.by}: ${answer.answer}`)).toEqual([
    "Marcus: stop",
    "Cordelia: spread",
  ]);
});

test("what a board wanted to see again by its next meeting stands there until it is answered anew", async () => {
  const { boardId, cordelia, experimentId, reviewId } = await aBoardThatWasAsked();
  const { today } = await cordelia.api.boards.find({ boardId });
  const meets = (meetingRule: MeetingRule) =>
    world.db.update(boards).set({ meetingRule }).where(eq(boards.id, boardId));
  const meetsIn = (days: number) =>
    meets({
      frequency: "every second week",
      weekday: weekdayOf(addDays(today, days)),
      countedFrom: addDays(today, days),
      startTime: "14:00",
      endTime: "16:00",
    });
  await meetsIn(7);
  const it = { ...spread, experimentId, reviewId };
  const past = await refusalOf(cordelia.api.boards.answerReview({ ...it, lookAgainOn: today, key: key() }));
  expect(past.cause.fieldErrors).toEqual({ lookAgainOn: "The day to look again must be in the future" });

  await cordelia.api.boards.answerReview({ ...it, lookAgainOn: addDays(today, 1), key: key() });
  expect((await cordelia.api.boards.find({ boardId })).lookAgain).toMatchObject([{ experimentId, answer: "spread" }]);
  await meetsIn(0);
  const meetsToday = await cordelia.api.boards.find({ boardId });
  expect([meetsToday.nextMeetingOn, meetsToday.lookAgain]).toEqual([today, []]);
  await meetsIn(-1);
  expect((await cordelia.api.boards.find({ boardId })).nextMeetingOn).toBe(addDays(today, 13));
  await meets({ frequency: "no fixed day" });
  const noFixedDay = await cordelia.api.boards.find({ boardId });
  expect([noFixedDay.nextMeetingOn, noFixedDay.lookAgain]).toEqual([null, []]);
  await meetsIn(7);
  await cordelia.api.boards.answerReview({ ...it, version: 1, key: key() });
  expect((await cordelia.api.boards.find({ boardId })).lookAgain).toEqual([]);
});

test("boards of other systems are not found, cannot be asked, and show nothing of theirs", async () => {
  const { farhan, boardId, cordelia, experimentId, reviewId } = await aBoardThatWasAsked();
  await cordelia.api.boards.answerReview({ ...spread, experimentId, reviewId, key: key() });
  const elsewhere = await world.system("Saltholm and Verrick");
  const stranger = await world.person("Stranger");
  const theirs = await world.board(elsewhere, "Their board");
  await world.seat(elsewhere, theirs, stranger.id, "chair");
  const never = await refusalOf(stranger.api.boards.find({ boardId: crypto.randomUUID() }));
  const refused = await refusalOf(stranger.api.boards.find({ boardId }));
  expect([refused.code, refused.message]).toEqual([never.code, never.message]);
  expect((await stranger.api.boards.list()).map((board) => board.name)).toEqual(["Their board"]);
  expect((await stranger.api.boards.decisions({ page: 1, board: boardId })).total).toBe(0);
  expect((await refusalOf(stranger.api.boards.reviewsOf({ experimentId }))).code).toBe("NOT_FOUND");
  expect((await refusalOf(world.nobody().boards.list())).code).toBe("UNAUTHORIZED");
  const refusal = await refusalOf(farhan.api.boards.askReview({ experimentId, boardId: theirs, question, key: key() }));
  expect(refusal.cause.fieldErrors).toEqual({ boardId: "Choose a board of this system" });
});

test("a review of another experiment is not answered through this one", async () => {
  const { systemId, practices, farhan, boardId, cordelia, reviewId } = await aBoardThatWasAsked();
  const other = await registerWithRisk(farhan, { systemId, organisationId: practices });
  await farhan.api.boards.askReview({ experimentId: other, boardId, question, key: key() });
  const sent = cordelia.api.boards.answerReview({ ...spread, experimentId: other, reviewId, key: key() });
  expect((await refusalOf(sent)).code).toBe("NOT_FOUND");
});
