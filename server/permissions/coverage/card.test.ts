import { expect, test } from "vitest";
import type { PauseReason } from "@/db/vocabulary";
import { staysPausedUntil, whoLetsItGoOn } from "@/server/experiments/pauses";
import { saidNotThisTime } from "@/server/experiments/start";
import { nobodyIsNamed } from "@/server/permissions/asking/ask";
import { key, registerWithRisk, testSystem } from "@/server/testing";
import { boardsSaid, type CardFacts, cardStatus } from "./card";

const carrier = {
  ...{ organisationId: "och", organisation: "Ostlebeck", leaders: [{ name: "Sunniva" }, { name: "Ruaridh" }] },
  ...{ covering: false, endsOn: null, beginsOn: null, endedOn: null, asked: false, refused: false },
  ...{ question: null, conditionsOpen: false, awaitsBoard: null },
};
const yes = { ...carrier, covering: true, endsOn: "2027-03-28" };
const facts: CardFacts = {
  ...{ stage: "running", today: "2027-02-01", carriers: [yes], dips: [], lastTurn: null, waitingDays: null },
  ...{ answerWithinDays: 5, ownWords: [], withdrawn: null, pauses: [{ pauseReason: "someone could be harmed" }] },
};
const within = { status: "within" as const, short: "Within it: 61% in the week." };
const outside = { status: "outside" as const, short: "Outside the agreed dip: 58% in the week." };
const paused = { turn: "paused", pauseReason: "someone could be harmed", by: "Maeve", at: "2027-02-01T23:30:00Z" };
const takenBack = { by: "Sunniva", organisation: "Ostlebeck", at: "2027-01-31T12:00:00Z" };
const asked = { ...carrier, asked: true };

const waits = (pauseReason: PauseReason) => staysPausedUntil(whoLetsItGoOn([{ pauseReason }], [carrier]));

/** The facts of every status. */
const table: [string, Partial<CardFacts>, status: string, sentence: string][] = [
  ["nothing to tell", {}, "active", "Permission holds, and nothing is outside it."],
  ["in a dip", { dips: [within] }, "within the dip", within.short],
  ["outside one of two", { dips: [within, outside] }, "outside the dip", outside.short],
  ["15 days left", { today: "2027-03-13" }, "active", "Permission holds, and nothing is outside it."],
  ["14 days left", { today: "2027-03-14" }, "ends soon", "Permission ends in 14 days, on 28 March 2027."],
  [
    "1 day left, in a dip",
    { today: "2027-03-27", dips: [within] },
    "ends soon",
    `Permission ends in 1 day, on 28 March 2027. ${within.short}`,
  ],
  ["the last day", { today: "2027-03-28" }, "ends soon", "Permission ends today at midnight."],
  ["outside, and ending", { today: "2027-03-27", dips: [outside] }, "outside the dip", outside.short],
  ["own word", { ownWords: ["By the words of Sunniva."] }, "own word", "By the words of Sunniva."],
  [
    "paused by a person",
    { stage: "paused", lastTurn: paused },
    "paused",
    `Maeve paused it on 1 February 2027: someone could be harmed. ${waits("someone could be harmed")}`,
  ],
  [
    "paused by a rule",
    { stage: "paused", lastTurn: { ...paused, by: null } },
    "paused",
    `A stop rule paused it on 1 February 2027. ${waits("someone could be harmed")}`,
  ],
  [
    "paused for something else",
    {
      stage: "paused",
      lastTurn: { ...paused, pauseReason: "something else" },
      pauses: [{ pauseReason: "something else" }],
    },
    "paused",
    `Maeve paused it on 1 February 2027: something else. ${waits("something else")}`,
  ],
  [
    "paused, and taken back meanwhile",
    { stage: "paused", lastTurn: paused, carriers: [carrier], withdrawn: takenBack },
    "paused",
    "Maeve paused it on 1 February 2027: someone could be harmed. Sunniva took the permission of Ostlebeck back on 31 January 2027. It stays paused: nothing goes on without a new yes.",
  ],
  [
    "paused, taken back once and covered again since",
    { stage: "paused", lastTurn: { ...paused, by: null }, withdrawn: takenBack },
    "paused",
    `A stop rule paused it on 1 February 2027. ${waits("someone could be harmed")}`,
  ],
  [
    "terms changed",
    { stage: "terms changed" },
    "terms changed",
    "The words changed after the yes, so it does not cover them. The team can ask again.",
  ],
  [
    "over",
    { stage: "permission ended", carriers: [{ ...carrier, endedOn: "2027-01-31" }] },
    "permission ended",
    "Permission ended on 31 January 2027. Ask for longer, or end the experiment.",
  ],
  [
    "taken back",
    { stage: "permission ended", withdrawn: takenBack },
    "withdrawn",
    "Sunniva took the permission of Ostlebeck back on 31 January 2027.",
  ],
  ["asked today", { stage: "asked", carriers: [asked], waitingDays: 0 }, "waiting", "Waiting with Sunniva."],
  [
    "asked 5 days ago",
    { stage: "asked", carriers: [asked], waitingDays: 5 },
    "waiting",
    "Waiting 5 days with Sunniva.",
  ],
  [
    "asked 6 days ago",
    { stage: "asked", carriers: [asked], waitingDays: 6 },
    "waiting",
    "Waiting 6 days with Sunniva. Ruaridh can answer too.",
  ],
  [
    "a question",
    { stage: "asked", carriers: [yes, { ...asked, question: "Who?" }], waitingDays: 1 },
    "waiting",
    "Waiting 1 day with Sunniva. A question is open.",
  ],
  [
    "conditions",
    { stage: "asked", carriers: [{ ...carrier, conditionsOpen: true }] },
    "waiting for the team",
    "Ostlebeck says yes with conditions. The team accepts them, or takes the request back.",
  ],
  [
    "refused",
    { stage: "asked", carriers: [{ ...carrier, refused: true }] },
    "waiting for the team",
    saidNotThisTime("Ostlebeck"),
  ],
  [
    "board",
    { stage: "asked", carriers: [{ ...carrier, awaitsBoard: "Place Board" }] },
    "waiting for a board",
    "The leaders have said yes. Waiting for the Place Board.",
  ],
  ["given", { stage: "permitted" }, "given", "Everyone who was asked has said yes. It can start."],
  [
    "given from a day",
    { stage: "permitted", carriers: [{ ...carrier, beginsOn: "2027-03-01" }] },
    "given",
    "Everyone who was asked has said yes. It can start on 1 March 2027.",
  ],
  [
    "I9: nobody answers",
    {
      stage: "nobody answers",
      carriers: [yes, { ...carrier, leaders: [], onTeam: [], closedOn: null, leaderLeft: null }],
    },
    "nobody answers",
    `It does not run. ${nobodyIsNamed("Ostlebeck")}`,
  ],
  ["an idea", { stage: "idea" }, "not asked", "Nobody has been asked for permission yet."],
  ["ended", { stage: "ended" }, "ended", "It has ended."],
];

for (const [name, change, status, sentence] of table) {
  test(`${name}: ${status}`, () => expect(cardStatus({ ...facts, ...change })).toEqual({ status, sentence }));
}

const world = testSystem();

test("the database's clock and London's days decide: to the last second of the last day, at both changes of the clocks", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  for (const [year, endsOn, lastSecond, over] of [
    [2027, "2027-03-28", "2027-03-28T22:59:59.999Z", "2027-03-28T23:00:00Z"],
    [2027, "2027-10-31", "2027-10-31T23:59:59.999Z", "2027-11-01T00:00:00Z"],
    [2028, "2028-02-29", "2028-02-29T23:59:59.999Z", "2028-03-01T00:00:00Z"],
  ] as const) {
    const asked = `${year}-01-04T09:00:00Z`;
    const at = { systemId, organisationId };
    const experimentId = await registerWithRisk({ ...lead, api: lead.at(asked) }, at);
    const ask = { experimentId, fromOn: `${year}-01-04`, endsOn, key: key() };
    const { requestId } = await lead.at(asked).permissions.ask(ask);
    const card = (moment: string) => lead.at(moment).permissions.card({ experimentId });
    expect(await card(`${year}-01-14T09:00:00Z`)).toMatchObject({
      status: "waiting",
      sentence: "Waiting 10 days with Sunniva.",
    });
    const { termsHash } = await leader.at(asked).permissions.request({ experimentId, requestId });
    const answer = { experimentId, requestId, organisationId, answer: "yes" as const, inWords: "", termsHash };
    await leader.at(asked).permissions.answer({ ...answer, key: key() });
    await lead.at(asked).experiments.start({ experimentId, key: key() });
    expect(await card(lastSecond)).toMatchObject({
      status: "ends soon",
      sentence: "Permission ends today at midnight.",
    });
    expect(await card(lastSecond)).toMatchObject({ saidYes: ["Sunniva"], endsOn });
    expect((await card(over)).status).toBe("permission ended");
    const reason = "Beds are short";
    await leader.at(lastSecond).permissions.withdraw({ experimentId, requestId, organisationId, reason, key: key() });
    expect((await card(lastSecond)).sentence).toContain("Sunniva took the permission of OCH Trust back on");
  }
});

test("I8: what a board said last stands on the card, unless it is a yes", () => {
  const said = (...answers: ("stop" | "go on")[]) => ({
    board: "Partnership Board",
    answers: answers.map((answer) => ({ answer, at: "2027-02-01T23:30:00Z" })),
  });
  expect(boardsSaid([said("stop", "go on"), said("go on", "stop"), said()])).toEqual([
    "Partnership Board: stop, on 1 February 2027",
  ]);
});
