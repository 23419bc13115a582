import { expect, test } from "vitest";
import { staysPausedUntil, whoLetsItGoOn } from "@/server/experiments/pauses";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { OUT_OF_NOBODY } from "@/server/measures/part";
import { periodAfter } from "@/server/measures/periods";
import { type At, define, logWith, stopRule, twoContributors, week } from "@/server/measures/testing";
import { daysFrom, key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();

const weeksAgo = (weeks: number) => new Date(Date.now() - weeks * 7 * 86_400_000).toISOString();

/** An experiment with rules on this measure that started `started` weeks ago. */
async function running(
  by: TestPerson,
  { measureId, organisationId, systemId }: At & { systemId: string },
  { rules, started = 8 }: { rules: object[]; started?: number },
) {
  const startedAt = weeksAgo(started);
  const then = (person: TestPerson) => ({ ...person, api: person.at(startedAt) });
  const lead = then(by);
  const person = await world.person("Leader", { systemId, organisationId, role: "leader" });
  const leader = { ...then(person), now: person.api };
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  await lead.api.measures.chooseForExperiment({ experimentId, measureId, role: "balancing", key: key() });
  for (const rule of rules) {
    const sent = { ...stopRule, ...rule, experimentId, measureId, key: key() };
    await lead.api.dips.setStopRule(sent);
  }
  const dates = daysFrom(300, weeksAgo(started));
  const { requestId } = await lead.api.permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.api.permissions.request({ experimentId, requestId });
  const yes = { experimentId, requestId, organisationId, answer: "yes" as const, inWords: "", termsHash };
  await leader.api.permissions.answer({ ...yes, key: key() });
  await lead.api.experiments.start({ experimentId, key: key() });
  const stage = async () => (await by.api.experiments.find({ experimentId })).stage;
  /** Its team says what it did, and the leader lets it go on. */
  const goOn = async () => {
    await by.api.permissions.reportFix({ experimentId, words: "A nurse was added", key: key() });
    const decision = { organisationId, decision: "go on" as const, reason: "That will do" };
    await leader.now.permissions.decideInPause({ experimentId, ...decision, key: key() });
  };
  return { experimentId, stage, goOn };
}

test("a stop rule pauses exactly once, a talk rule only tells, and the journal says so", async () => {
  const { systemId, hospital, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, systemId };
  const twice = { words: "15% or more, 2 weeks running", periodsRunning: 2 };
  const talk = { kind: "talk", words: "Talk at 12%", metWhen: "above", threshold: 12 };
  const { experimentId, stage, goOn } = await running(imogen, at, { rules: [twice, talk] });
  const log = logWith(at);
  expect((await log(imogen, week(4), 11)).met).toEqual([]);
  expect((await log(imogen, week(3), 16)).met).toMatchObject([
    { kind: "talk", words: "Admitted overnight: above 12%, in any week" },
  ]);
  expect((await log(imogen, week(2), 15)).met.map((one) => one.kind)).toEqual(["safety", "talk"]);
  expect(await stage()).toBe("paused");
  expect((await log(imogen, week(1), 17)).met).toEqual([]); // already paused
  const { turns } = await imogen.api.measures.results({ experimentId });
  expect(turns.map((turn) => turn.turn)).toEqual(["started", "paused"]);

  await goOn();
  await log(imogen, week(), 18);
  expect(await stage()).toBe("paused"); // the next week met it again
  const story = await imogen.api.journal.list({ experimentId });
  const paused = story.filter((entry) => entry.act.startsWith("paused the experiment"));
  expect(paused.map((entry) => entry.by)).toEqual([null, null]);
  expect(paused.at(-1)?.act).toMatch(
    /^paused the experiment, because a stop rule was met: Admitted overnight: 15% or more, 2 weeks running\. It was 15% in the week to /,
  );
  expect(story.filter((entry) => entry.act.startsWith("asked the team to talk"))).toHaveLength(3);
  expect(story.filter((entry) => entry.act.startsWith("logged a result of Admitted overnight"))).toHaveLength(5);
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
});

test("two who log at once complete the period between them, and the rule pauses once", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
  for (let round = 0; round < 5; round += 1) {
    const measureId = await define(imogen, systemId, [hospital, community], { name: `Admitted overnight ${round}` });
    const at = { measureId, organisationId: hospital, systemId };
    const { experimentId, stage } = await running(imogen, at, { rules: [{}] });
    const answers = await Promise.all([
      logWith(at)(imogen, week(), 20),
      logWith({ measureId, organisationId: community })(callum, week(), 20),
    ]);
    expect(answers.map((answer) => answer.met.length).sort()).toEqual([0, 1]);
    const { turns } = await imogen.api.measures.results({ experimentId });
    expect(turns.map((turn) => turn.turn)).toEqual(["started", "paused"]);
    expect(await stage()).toBe("paused");
  }
});

test("a log that is refused pauses nothing, nor does a week that was over before the start", async () => {
  const { systemId, hospital, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, systemId };
  const { stage } = await running(imogen, at, { rules: [{}], started: 0 });
  expect((await logWith(at)(imogen, week(), 90)).met).toEqual([]);
  await expect(logWith(at)(imogen, periodAfter(week(), "week"), 90, 0)).rejects.toThrow(OUT_OF_NOBODY);
  expect(await stage()).toBe("running");
});

test("a correction can meet a stop rule, and pauses in the same transaction", async () => {
  const { systemId, hospital, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, systemId };
  const { experimentId, stage } = await running(imogen, at, { rules: [{}] });
  await logWith(at)(imogen, week(), 2);
  const correction = { ...at, periodOn: week(), numerator: 20, denominator: 100, reason: "A nought was missing" };
  const { met } = await imogen.api.measures.correct({ ...correction, version: 1, key: key() });
  expect(met).toMatchObject([{ experimentId }]);
  expect(await stage()).toBe("paused");
});

test("I8: a stop rule met while it is paused for something else makes it wait for a leader, once", async () => {
  const { systemId, hospital, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, systemId };
  const { experimentId, stage, goOn } = await running(imogen, at, { rules: [{}] });
  await imogen.api.experiments.pause({ experimentId, pauseReason: "something else", reason: "Half term", key: key() });
  expect((await logWith(at)(imogen, week(2), 20)).met).toMatchObject([{ kind: "safety" }]);
  expect((await logWith(at)(imogen, week(1), 21)).met).toEqual([]);
  const resume = () => imogen.api.experiments.resume({ experimentId, reason: "Term began", key: key() });
  await expect(resume()).rejects.toThrow(
    staysPausedUntil(whoLetsItGoOn([{ pauseReason: "a stop rule was met" }], [{ organisation: "QUH Trust" }])),
  );
  await goOn();
  expect(await stage()).toBe("running");
});
