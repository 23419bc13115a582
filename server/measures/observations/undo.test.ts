import { expect, test } from "vitest";
import { londonDay } from "@/server/days";
import { lastWholePeriod, periodAfter } from "@/server/measures/periods";
import { anIdea, daysFrom, key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();
const today = londonDay(new Date());
const week = (before = 0) => periodAfter(lastWholePeriod(today, "week"), "week", -before);
const minutesOn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

async function aMeasure() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "QUH");
  const imogen = await world.person("Imogen", { systemId, organisationId });
  const { measureId } = await imogen.api.measures.define({
    ...{ name: "Admitted overnight", operationalDefinition: "In a bed at midnight", counting: "percentage" },
    ...{ direction: "down", rhythm: "week", systemId, contributors: [organisationId], key: key() },
  });
  const at = { measureId, organisationId, periodOn: week() };
  return { systemId, organisationId, imogen, measureId, at };
}

test("a result is taken back for 10 minutes by the database's clock, and by whoever logged it", async () => {
  const { systemId, organisationId, imogen, measureId, at } = await aMeasure();
  const callum = await world.person("Callum", { systemId, organisationId });
  const { version } = await imogen.api.measures.log({ ...at, numerator: 45, denominator: 100, key: key() });
  const which = { ...at, version };
  await expect(callum.api.measures.undo({ ...which, key: key() })).rejects.toThrow("Nothing was taken back");
  await expect(imogen.at(minutesOn(11)).measures.undo({ ...which, key: key() })).rejects.toThrow(
    "The 10 minutes for that are over",
  );
  const sent = { ...which, key: key() };
  const answers = await Promise.all([1, 2, 3].map(() => imogen.at(minutesOn(9)).measures.undo(sent)));
  expect(new Set(answers.map((answer) => answer.sentence))).toHaveLength(1);
  expect(answers[0]?.sentence).toMatch(/^Taken back\. There is no result in the week to .* again\.$/);
  expect(await imogen.api.measures.series({ measureId })).toEqual([]);
  const stored = await imogen.api.measures.ownPart({ measureId, organisationId });
  expect(stored.map(({ revision, numerator, undone }) => [revision, numerator, undone])).toEqual([
    [2, null, true],
    [1, 45, false],
  ]);
  const acts = (await imogen.api.measures.beforeLogging({ measureId })).periods.find(({ on }) => on === week());
  expect(acts?.logged).toBeNull();
  await expect(imogen.api.measures.correct({ ...which, numerator: 1, denominator: 2, reason: "x", key: key() }))
    .rejects //
    .toThrow("Log it instead");
  const again = await imogen.api.measures.log({ ...at, numerator: 54, denominator: 100, key: key() });
  expect(again.version).toBe(3);
});

test("a correction that is taken back lets the figure before it count again", async () => {
  const { imogen, measureId, at } = await aMeasure();
  const first = await imogen.api.measures.log({ ...at, numerator: 45, denominator: 100, key: key() });
  const correction = { ...at, numerator: 54, denominator: 100, reason: "Digits swapped", version: first.version };
  const { version } = await imogen.api.measures.correct({ ...correction, key: key() });
  const { sentence } = await imogen.api.measures.undo({ ...at, version, key: key() });
  expect(sentence).toBe("Taken back. The result before it counts again.");
  expect((await imogen.api.measures.series({ measureId })).map((point) => point.value)).toEqual([45]);
});

test("a pause that the result brought about stays, and it is said", async () => {
  const { systemId, organisationId, imogen, measureId, at } = await aMeasure();
  const then = minutesOn(-8 * 7 * 24 * 60);
  const lead = { ...imogen, api: imogen.at(then) };
  const leader = (await world.person("Leader", { systemId, organisationId, role: "leader" })).at(then);
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  await lead.api.measures.chooseForExperiment({ experimentId, measureId, role: "balancing", key: key() });
  const rule = { kind: "safety" as const, words: "15% or more", metWhen: "at or above" as const, threshold: 15 };
  await lead.api.dips.setStopRule({ ...rule, experimentId, measureId, periodsRunning: 1, key: key() });
  const dates = daysFrom(300, then);
  const { requestId } = await lead.api.permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.permissions.request({ experimentId, requestId });
  const yes = { experimentId, requestId, organisationId, answer: "yes" as const, inWords: "", termsHash };
  await leader.permissions.answer({ ...yes, key: key() });
  await lead.api.experiments.start({ experimentId, key: key() });

  const { version, met } = await imogen.api.measures.log({ ...at, numerator: 45, denominator: 100, key: key() });
  expect(met).toHaveLength(1);
  const undone = await imogen.api.measures.undo({ ...at, version, key: key() });
  expect(undone.paused).toEqual([anIdea.title]);
  expect((await imogen.api.experiments.find({ experimentId })).stage).toBe("paused");
  const acts = (await imogen.api.journal.list({ experimentId })).map((entry) => entry.act);
  expect(acts[0]).toMatch(/^took back a result of Admitted overnight in the week to /);
});
