import fc from "fast-check";
import { expect, test } from "vitest";
import { NotFound } from "@/server/errors";
import { key, registerWithRisk, testSystem } from "@/server/testing";
import { answersInOneSentence } from "./answer-times";

const world = testSystem();

/** A team that asks again and a leader who answers, each at a given time. */
async function aLeader() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const ask = async (at: string) => {
    const experimentId = await registerWithRisk(lead, { systemId, organisationId });
    const request = { fromOn: "2027-07-01", endsOn: "2027-12-31", key: key() };
    const { requestId } = await lead.at(at).permissions.ask({ ...request, experimentId });
    const { termsHash } = await leader.at(at).permissions.request({ experimentId, requestId });
    const input = { experimentId, requestId, termsHash, organisationId };
    return {
      ...{ experimentId, requestId },
      answer: (answer: "yes" | "question" | "not this time", on: string) =>
        leader.at(on).permissions.answer({ ...input, answer, inWords: "Who is on call?", key: key() }),
      takeBack: (on: string) =>
        lead.at(on).permissions.takeBack({ experimentId, requestId, reason: "Not now", key: key() }),
    };
  };
  const figuresOn = async (at: string) => (await lead.at(at).permissions.figures({ systemId })).system;
  return { systemId, organisationId, lead, leader, ask, figuresOn };
}

test("a question does not stop the wait, and a request that was taken back waits for nobody", async () => {
  const { ask, figuresOn } = await aLeader();
  const asked = await ask("2027-03-01T09:00:00Z");
  const other = await ask("2027-03-03T09:00:00Z");
  await asked.answer("question", "2027-03-02T09:00:00Z");
  expect(await figuresOn("2027-03-10T09:00:00Z")).toMatchObject({ answered: 0, waiting: 2, longestWaiting: 9 });
  await other.takeBack("2027-03-10T10:00:00Z");
  expect(await figuresOn("2027-03-11T09:00:00Z")).toMatchObject({ answered: 0, waiting: 1, longestWaiting: 10 });
  await asked.answer("not this time", "2027-03-11T10:00:00Z");
  expect(await figuresOn("2027-03-12T09:00:00Z")).toMatchObject({ answered: 1, waiting: 0, medianDays: null });
});

test("days are London's: over the end of a day, over the change of the clocks, and half a day between two", async () => {
  const { ask, figuresOn } = await aLeader();
  const moments: [string, string][] = [
    ["2027-06-01T22:59:59Z", "2027-06-01T23:00:00Z"], // 11:59pm and midnight in summer: 1 day
    ["2027-06-01T23:00:00Z", "2027-06-02T22:59:59Z"], // a whole day in London: the same day
    ["2027-03-27T23:30:00Z", "2027-03-28T22:30:00Z"], // the day of 23 hours: 1 day
    ["2027-06-01T09:00:00Z", "2027-06-03T09:00:00Z"],
    ["2027-06-01T09:00:00Z", "2027-06-03T21:00:00Z"],
    ["2027-06-01T09:00:00Z", "2027-06-03T22:30:00Z"],
  ];
  for (const [from, to] of moments) await (await ask(from)).answer("yes", to);
  expect(await figuresOn("2027-06-05T09:00:00Z")).toEqual({
    ...{ answered: 6, medianDays: 1.5, waiting: 0, longestWaiting: null },
  });
});

test("outside the system its figures are not found", async () => {
  const { systemId } = await aLeader();
  const elsewhere = await world.system("Elsewhere");
  const organisationId = await world.organisation(elsewhere, "EL");
  const stranger = await world.person("Ines", { systemId: elsewhere, organisationId });
  await expect(stranger.api.permissions.figures({ systemId })).rejects.toThrow(new NotFound().message);
});

test.each([
  [
    { answered: 0, medianDays: null, waiting: 0, longestWaiting: null },
    "No leader has answered yet. Nobody waits for an answer.",
  ],
  [
    { answered: 4, medianDays: null, waiting: 1, longestWaiting: 0 },
    "Leaders have given too few answers to say how fast they are. 1 answer is waited for, asked today.",
  ],
  [
    { answered: 9, medianDays: 0, waiting: 1, longestWaiting: 1 },
    "Leaders answer half of what is asked on the same day. 1 answer is waited for, for 1 day.",
  ],
  [
    { answered: 9, medianDays: 2.5, waiting: 3, longestWaiting: 12 },
    "Leaders answer half of what is asked within 2.5 days. 3 answers are waited for, the longest for 12 days.",
  ],
])("%o reads as sentences", (figures, sentence) => {
  expect(answersInOneSentence(figures)).toBe(sentence);
});

test("whatever the figures, no sentence is longer than 20 words, and no wait is said without an answer to tell it by", () => {
  const figures = fc.record({
    answered: fc.nat(9_999),
    medianDays: fc.option(fc.integer({ min: 0, max: 700 }).map((halves) => halves / 2)),
    waiting: fc.nat(999),
    longestWaiting: fc.nat(999),
  });
  fc.assert(
    fc.property(figures, (some) => {
      const sentences = answersInOneSentence(some);
      for (const sentence of sentences.split(/\. /)) expect(sentence.split(" ").length).toBeLessThanOrEqual(20);
      if (some.medianDays === null) expect(sentences).not.toContain("half of what is asked");
    }),
  );
});
