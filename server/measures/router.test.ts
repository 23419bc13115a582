import { expect, test } from "vitest";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { lastWholePeriod, periodAfter } from "@/server/measures/periods";
import { key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date());
/** The week so many before the last one that is over. */
const week = (before = 0) => periodAfter(lastWholePeriod(today, "week"), "week", -before);

async function twoContributors() {
  const systemId = await world.system();
  const hospital = await world.organisation(systemId, "QUH");
  const community = await world.organisation(systemId, "OCH");
  const imogen = await world.person("Imogen", { systemId, organisationId: hospital });
  const callum = await world.person("Callum", { systemId, organisationId: community });
  return { systemId, hospital, community, imogen, callum };
}

const overnight = {
  name: "Admitted overnight",
  operationalDefinition: "Of people seen the same day, those in a bed at midnight",
  counting: "percentage" as const,
  direction: "down" as const,
  rhythm: "week" as const,
};

const define = async (by: TestPerson, systemId: string, contributors: string[], told = {}) =>
  (await by.api.measures.define({ ...overnight, ...told, systemId, contributors, key: key() })).measureId;

type At = { measureId: string; organisationId: string };
const logWith =
  (at: At) =>
  (by: TestPerson, periodOn: string, numerator: number, denominator = 100) =>
    by.api.measures.log({ ...at, periodOn, numerator, denominator, key: key() });

const weeksAgo = (weeks: number) => new Date(Date.now() - weeks * 7 * 86_400_000).toISOString();

/** An experiment that started with a rule on this measure, so many weeks ago. */
async function running(
  by: TestPerson,
  { measureId, organisationId, systemId }: At & { systemId: string },
  { rules, started = 8 }: { rules: object[]; started?: number },
) {
  const then = (person: TestPerson) => ({ ...person, api: person.at(weeksAgo(started)) });
  const lead = then(by);
  const leader = then(await world.person("Leader", { systemId, organisationId, role: "leader" }));
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  await lead.api.measures.chooseForExperiment({ experimentId, measureId, role: "balancing", key: key() });
  for (const rule of rules) {
    const sent = { ...stopRule, ...rule, experimentId, measureId, key: key() };
    await lead.api.dips.setStopRule(sent);
  }
  const dates = { fromOn: "2020-01-01", untilOn: "2099-06-30" };
  const { requestId } = await lead.api.permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.api.permissions.request({ experimentId, requestId });
  const yes = { experimentId, requestId, organisationId, answer: "yes" as const, inWords: "", termsHash };
  await leader.api.permissions.answer({ ...yes, key: key() });
  await lead.api.experiments.start({ experimentId, key: key() });
  const stage = async () => (await by.api.experiments.find({ experimentId })).stage;
  return { experimentId, stage };
}
const stopRule = {
  ...{ kind: "safety" as const, words: "15% or more", metWhen: "at or above" as const },
  ...{ threshold: 15, periodsRunning: 1 },
};

test("the system's value is the sum over the sum, and only once all have contributed", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital, community]);
  const first = await logWith({ measureId, organisationId: hospital })(imogen, week(), 10, 20);
  expect(first.sentence).toMatch(
    /^1 of 2 has contributed in the week to .*\. The system's figure is drawn once all have\.$/,
  );
  expect(await callum.api.measures.series({ measureId })).toEqual([
    { on: week(), value: null, contributed: 1, expected: 2 },
  ]);
  const second = await logWith({ measureId, organisationId: community })(callum, week(), 90, 180);
  expect(second.sentence).toMatch(/^50% in the week to /);
  expect(await imogen.api.measures.series({ measureId })).toEqual([
    { on: week(), value: 50, contributed: 2, expected: 2 },
  ]);
  const { measures } = await imogen.api.measures.list({ page: 1 });
  expect(measures).toEqual([
    expect.objectContaining({ id: measureId, unit: "%", lastPeriodOn: week(), sentence: expect.stringMatching(/50%/) }),
  ]);
});

test("the same log sent ten times at once is one row; another for the period is told what is there", async () => {
  const { systemId, hospital, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  const part = { measureId, organisationId: hospital, periodOn: week(), numerator: 10, denominator: 20, key: key() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => imogen.api.measures.log(part)));
  expect(new Set(answers.map((answer) => answer.sentence)).size).toBe(1);
  expect(await imogen.api.measures.ownPart({ measureId, organisationId: hospital })).toHaveLength(1);
  const refused = await imogen.api.measures.log({ ...part, numerator: 11, key: key() }).catch((error) => error);
  expect(refused.cause.fieldErrors.periodOn).toMatch(
    /already: 10 of 20, logged by Imogen on .* correct it, and say why$/,
  );
});

test("a correction is a new row with its reason; the old one stays readable, and two at once are seen", async () => {
  const { systemId, hospital, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, periodOn: week() };
  await logWith(at)(imogen, week(), 45);
  const correction = { ...at, numerator: 54, denominator: 100, reason: "Digits swapped", version: 1 };
  await imogen.api.measures.correct({ ...correction, key: key() });
  const kept = await imogen.api.measures.ownPart(at);
  expect(kept.map(({ revision, numerator, reason, by }) => [revision, numerator, reason, by])).toEqual([
    [2, 54, "Digits swapped", "Imogen"],
    [1, 45, "", "Imogen"],
  ]);
  expect((await imogen.api.measures.series({ measureId }))[0]?.value).toBe(54);
  const late = await imogen.api.measures.correct({ ...correction, numerator: 55, key: key() }).catch((error) => error);
  expect(late.cause).toMatchObject({ name: "Conflict", version: 2, theirs: { numerator: 54 }, by: "Imogen" });
  await expect(imogen.api.measures.correct({ ...correction, version: 2, key: key() })).rejects.toThrow(
    "That is the result already kept",
  );
  await expect(imogen.api.measures.correct({ ...correction, version: 2, reason: " ", key: key() })).rejects.toThrow(
    "Say why it is corrected",
  );
  await expect(
    imogen.api.measures.correct({ ...correction, periodOn: week(1), version: 1, key: key() }),
  ).rejects.toThrow("There is no result");
});

test("a figure that cannot be, a period that has not begun and a foreign contributor are refused beside their box", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital, community]);
  const good = { measureId, organisationId: hospital, periodOn: week(), numerator: 1, denominator: 2 };
  const box = async (changed: object) => {
    const refused = await imogen.api.measures.log({ ...good, ...changed, key: key() }).catch((error) => error);
    return Object.keys(refused.cause.fieldErrors);
  };
  expect(await box({ numerator: 3 })).toEqual(["numerator"]);
  expect(await box({ denominator: 0, numerator: 0 })).toEqual(["denominator"]);
  expect(await box({ periodOn: periodAfter(week(), "week", 2) })).toEqual(["periodOn"]);
  expect(await box({ periodOn: periodAfter(week(), "day") })).toEqual(["periodOn"]);
  expect(await box({ organisationId: community })).toEqual(["organisationId"]);
  expect(await box({ organisationId: crypto.randomUUID() })).toEqual(["organisationId"]);
  expect(await imogen.api.measures.series({ measureId })).toEqual([]);
});

test("a team logs for contributors that take part in its experiment, and nobody else's", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital, community]);
  const experimentId = await registerWithRisk(callum, {
    systemId,
    organisationId: community,
    carriedBy: [community, hospital],
  });
  await callum.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  await logWith({ measureId, organisationId: hospital })(callum, week(), 10);
  expect(await callum.api.measures.ownPart({ measureId, organisationId: hospital })).toHaveLength(1);
  await expect(logWith({ measureId, organisationId: community })(imogen, week(), 10)).rejects.toThrow(
    "Choose an organisation that you work for",
  );
});

test("a measure of another system is not found, like one that never was; a stranger to it may not log", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  const elsewhere = await world.system("Saltholm and Verrick");
  const stranger = await world.person("Stranger", {
    systemId: elsewhere,
    organisationId: await world.organisation(elsewhere, "VER"),
  });
  const colleague = await world.person("Colleague", { systemId, organisationId: community });
  const part = { organisationId: hospital, periodOn: week(), numerator: 1, denominator: 2, key: key() };
  const never = await stranger.api.measures.find({ measureId: crypto.randomUUID() }).catch((error) => error);
  for (const attempt of [
    () => stranger.api.measures.find({ measureId }),
    () => stranger.api.measures.series({ measureId }),
    () => stranger.api.measures.ownPart({ measureId, organisationId: hospital }),
    () => stranger.api.measures.beforeLogging({ measureId }),
    () => stranger.api.measures.log({ ...part, measureId }),
    () => colleague.api.measures.ownPart({ measureId, organisationId: hospital }),
  ]) {
    const refused = await attempt().catch((error) => error);
    expect([refused.code, refused.message]).toEqual([never.code, never.message]);
  }
  expect((await stranger.api.measures.list({ page: 1 })).total).toBe(0);
  await expect(colleague.api.measures.log({ ...part, measureId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(world.nobody().measures.find({ measureId })).rejects.toThrow("Sign in first");
});

test("a leader or a board member never gets two organisations' values for one measure", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital, community]);
  const experimentId = await registerWithRisk(imogen, {
    systemId,
    organisationId: hospital,
    carriedBy: [hospital, community],
  });
  await imogen.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  await imogen.api.experiments.share({ experimentId, key: key() });
  // Figures that occur nowhere else: 7,919 of 10,007 and 6,133 of 10,009; 7,129 of 10,037 is not complete.
  await logWith({ measureId, organisationId: hospital })(imogen, week(1), 7919, 10007);
  await logWith({ measureId, organisationId: community })(callum, week(1), 6133, 10009);
  await logWith({ measureId, organisationId: hospital })(imogen, week(), 7129, 10037);

  const leader = await world.person("Leader", { systemId, organisationId: community, role: "leader" });
  const both = await world.person("Both", { systemId, organisationId: hospital });
  const boardId = await world.board(systemId, "SPB");
  await world.seat(systemId, boardId, both.id, "observer");
  const member = await world.person("Member");
  await world.seat(systemId, boardId, member.id);

  const answersTo = async ({ api }: TestPerson) => {
    const asked = [
      api.measures.list({ page: 1 }),
      api.measures.toLog(),
      api.measures.find({ measureId }),
      api.measures.series({ measureId }),
      api.measures.results({ experimentId }),
      api.measures.ofExperiment({ experimentId }),
      api.measures.beforeLogging({ measureId }),
      api.measures.beforeLogging({ measureId, organisationId: hospital }),
      api.measures.beforeLogging({ measureId, organisationId: community }),
      api.measures.ownPart({ measureId, organisationId: hospital }),
      api.measures.ownPart({ measureId, organisationId: community }),
      api.journal.list({ experimentId }),
    ];
    return JSON.stringify(await Promise.all(asked.map((answer) => (answer as Promise<unknown>).catch(() => null))));
  };
  // As a number or in a sentence, and not by chance within an id or a time
  const figures = (counts: string, percentages: string) =>
    new RegExp(`(?<![\\w.-])((${counts})(?![\\w.-])|(${percentages}))`);
  const hospitals = figures("7,?919|7,?129", "79\\.13|71\\.02");
  const communitys = figures("6,?133", "61\\.27");
  const seen = await Promise.all([leader, both, member, imogen].map(answersTo));
  const [toLeader = "", toBoth = "", toMember = "", toTeam = ""] = seen;
  expect([hospitals.test(toTeam), communitys.test(toTeam)]).toEqual([true, true]); // the control: they can be found
  expect([hospitals.test(toLeader), communitys.test(toLeader)]).toEqual([false, true]);
  expect([hospitals.test(toBoth), communitys.test(toBoth)]).toEqual([true, false]);
  expect([hospitals.test(toMember), communitys.test(toMember)]).toEqual([false, false]);
  for (const answer of seen) expect(answer).toContain("70.20"); // the system's own: 14,052 of 20,016
});

test("a stop rule pauses exactly once, a talk rule only tells, and the journal says so", async () => {
  const { systemId, hospital, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, systemId };
  const twice = { words: "15% or more, 2 weeks running", periodsRunning: 2 };
  const talk = { kind: "talk", words: "Talk at 12%", metWhen: "above", threshold: 12 };
  const { experimentId, stage } = await running(imogen, at, { rules: [twice, talk] });
  const log = logWith(at);
  expect((await log(imogen, week(4), 11)).met).toEqual([]);
  expect((await log(imogen, week(3), 16)).met).toMatchObject([{ kind: "talk", words: "Talk at 12%" }]);
  expect((await log(imogen, week(2), 15)).met.map((one) => one.kind)).toEqual(["safety", "talk"]);
  expect(await stage()).toBe("paused");
  expect((await log(imogen, week(1), 17)).met).toEqual([]); // it is paused already
  const { turns } = await imogen.api.measures.results({ experimentId });
  expect(turns.map((turn) => turn.turn)).toEqual(["started", "paused"]);

  await imogen.api.experiments.resume({ experimentId, reason: "A nurse was added", key: key() });
  await log(imogen, week(), 18);
  expect(await stage()).toBe("paused"); // the next week met it again
  const story = await imogen.api.journal.list({ experimentId });
  const paused = story.filter((entry) => entry.act.startsWith("paused the experiment"));
  expect(paused.map((entry) => entry.by)).toEqual([null, null]);
  expect(paused.at(-1)?.act).toMatch(
    /^paused the experiment, because a stop rule was met: 15% or more, 2 weeks running\. Admitted overnight: 15% in the week to /,
  );
  expect(story.filter((entry) => entry.act.startsWith("asked the team to talk"))).toHaveLength(3);
  expect(story.filter((entry) => entry.act.startsWith('logged a result of "Admitted overnight"'))).toHaveLength(5);
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
});

test("two who log at once complete the period between them, and the rule pauses once", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors();
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
  const { systemId, hospital, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, systemId };
  const { stage } = await running(imogen, at, { rules: [{}], started: 0 });
  expect((await logWith(at)(imogen, week(), 90)).met).toEqual([]);
  await expect(logWith(at)(imogen, periodAfter(week(), "week"), 90, 0)).rejects.toThrow("Enter more than 0");
  expect(await stage()).toBe("running");
});

test("a correction can meet a stop rule, and pauses in the same transaction", async () => {
  const { systemId, hospital, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, systemId };
  const { experimentId, stage } = await running(imogen, at, { rules: [{}] });
  await logWith(at)(imogen, week(), 2);
  const correction = { ...at, periodOn: week(), numerator: 20, denominator: 100, reason: "A nought was missing" };
  const { met } = await imogen.api.measures.correct({ ...correction, version: 1, key: key() });
  expect(met).toMatchObject([{ experimentId }]);
  expect(await stage()).toBe("paused");
});

test("a measure is defined once by its name, and a value that cannot be added up has one contributor", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  await expect(define(imogen, systemId, [hospital], { name: "admitted OVERNIGHT" })).rejects.toThrow(
    "There is a measure of this name already",
  );
  const value = { name: "Days", counting: "value" as const, unit: "days" };
  await expect(define(imogen, systemId, [hospital, community], value)).rejects.toThrow("Choose 1 organisation");
  await expect(define(imogen, systemId, [hospital], { ...value, unit: " " })).rejects.toThrow("counted in");
  await expect(define(imogen, systemId, [hospital], { ...value, baselinePoints: 11 })).rejects.toThrow("12 or more");
  await expect(define(imogen, systemId, [crypto.randomUUID()], value)).rejects.toThrow("serve in this system");
  const elsewhere = await world.system("Elsewhere");
  await expect(define(imogen, elsewhere, [hospital])).rejects.toMatchObject({ code: "NOT_FOUND" });
  const found = await imogen.api.measures.find({ measureId });
  expect([found.unit, found.definedBy, found.contributors.map((one) => one.shortName)]).toEqual([
    "%",
    "Imogen",
    ["QUH"],
  ]);
});

test("an experiment takes a measure of its own system, and gives it back unless a rule stands on it", async () => {
  const { systemId, hospital, imogen, callum } = await twoContributors();
  const at = { systemId, organisationId: hospital };
  const experimentId = await registerWithRisk(imogen, at);
  const { measureId } = await imogen.api.measures.defineForExperiment({
    ...{ ...overnight, name: "Falls", contributors: [hospital], role: "process", experimentId, key: key() },
  });
  await imogen.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  const chosen = await imogen.api.measures.ofExperiment({ experimentId });
  expect(chosen.map((one) => [one.name, one.role])).toEqual([["Falls", "outcome"]]);
  expect((await callum.api.measures.find({ measureId })).experiments).toEqual([]); // a draft that only its team sees

  const { stopRuleId } = await imogen.api.dips.setStopRule({ ...stopRule, experimentId, measureId, key: key() });
  const takeOff = () => imogen.api.measures.takeOffExperiment({ experimentId, measureId, key: key() });
  await expect(takeOff()).rejects.toThrow("Take that off first");
  await imogen.api.dips.removeStopRule({ experimentId, stopRuleId, key: key() });
  await takeOff();
  expect(await imogen.api.measures.ofExperiment({ experimentId })).toEqual([]);

  const elsewhere = await world.system("Elsewhere");
  const theirs = await world.organisation(elsewhere, "VER");
  const stranger = await world.person("Stranger", { systemId: elsewhere, organisationId: theirs });
  const foreign = await define(stranger, elsewhere, [theirs]);
  const choose = { experimentId, measureId: foreign, role: "outcome" as const, key: key() };
  await expect(imogen.api.measures.chooseForExperiment(choose)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("the number box has the newest open week chosen, and knows what was there last time", async () => {
  const { systemId, hospital, imogen } = await twoContributors();
  const measureId = await define(imogen, systemId, [hospital]);
  const log = logWith({ measureId, organisationId: hospital });
  await log(imogen, week(1), 45);
  const box = await imogen.api.measures.beforeLogging({ measureId });
  expect([box.organisationId, box.periodOn]).toEqual([hospital, week()]);
  expect(box.last?.part).toEqual({ value: null, numerator: 45, denominator: 100 });
  const old = periodAfter(week(), "week", -100);
  const asked = await imogen.api.measures.beforeLogging({ measureId, periodOn: old });
  expect([asked.periodOn, asked.last]).toEqual([old, null]);
  const again = await imogen.api.measures.beforeLogging({ measureId, periodOn: week(1) });
  expect(again.periods.find((one) => one.on === again.periodOn)?.logged).toMatchObject({ revision: 1, by: "Imogen" });
  const future = periodAfter(week(), "week", 9);
  expect((await imogen.api.measures.beforeLogging({ measureId, periodOn: future })).periodOn).toBe(week());
});
