import { expect, test } from "vitest";
import { periodAfter } from "@/server/measures/periods";
import { define, logWith, twoContributors, week } from "@/server/measures/testing";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();

test("the system's value is the sum over the sum, and only once all have contributed", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
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
  const { systemId, hospital, imogen } = await twoContributors(world);
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
  const { systemId, hospital, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  const at = { measureId, organisationId: hospital, periodOn: week() };
  await logWith(at)(imogen, week(), 45);
  const correction = { ...at, numerator: 54, denominator: 100, reason: "Digits swapped", version: 1 };
  await imogen.api.measures.correct({ ...correction, key: key() });
  const stored = await imogen.api.measures.ownPart(at);
  expect(stored.map(({ revision, numerator, reason, by }) => [revision, numerator, reason, by])).toEqual([
    [2, 54, "Digits swapped", "Imogen"],
    [1, 45, null, "Imogen"],
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
  ).rejects.toThrow("to correct. Log it instead");
});

test("a figure that cannot be, a period that has not begun and a foreign contributor are refused beside their box", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors(world);
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
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
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

test("the number box has the newest open week chosen, and knows what was there last time", async () => {
  const { systemId, hospital, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  const log = logWith({ measureId, organisationId: hospital });
  await log(imogen, week(1), 45);
  const box = await imogen.api.measures.beforeLogging({ measureId });
  expect([box.organisationId, box.periodOn]).toEqual([hospital, week()]);
  expect(box.last?.part).toEqual({ value: null, numerator: 45, denominator: 100 });
  const old = periodAfter(week(), "week", -100);
  const chosen = await imogen.api.measures.beforeLogging({ measureId, periodOn: old });
  expect([chosen.periodOn, chosen.last]).toEqual([old, null]);
  const again = await imogen.api.measures.beforeLogging({ measureId, periodOn: week(1) });
  expect(again.periods.find((one) => one.on === again.periodOn)?.logged).toMatchObject({ revision: 1, by: "Imogen" });
  const future = periodAfter(week(), "week", 9);
  expect((await imogen.api.measures.beforeLogging({ measureId, periodOn: future })).periodOn).toBe(week());
});

test("the number box opens for one's own organisation; whoever works for none of several says which", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital, community]);
  const opensFor = async (person: typeof imogen) => {
    const { organisationId, choices } = await person.api.measures.beforeLogging({ measureId });
    return { organisationId, choices: choices.length };
  };
  const experimentId = await registerWithRisk(imogen, {
    ...{ systemId, organisationId: hospital, carriedBy: [hospital, community] },
  });
  await imogen.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  const elsewhere = await world.organisation(systemId, "AAA");
  const guest = await world.person("Guest", { systemId, organisationId: elsewhere });
  for (const person of [callum, guest]) {
    await imogen.api.experiments.addTeamMember({ experimentId, personId: person.id, leads: false, key: key() });
  }
  expect(await opensFor(imogen)).toEqual({ organisationId: hospital, choices: 2 });
  expect(await opensFor(callum)).toEqual({ organisationId: community, choices: 2 });
  expect(await opensFor(guest)).toEqual({ organisationId: null, choices: 2 });
  const box = await guest.api.measures.beforeLogging({ measureId, organisationId: community });
  expect(box.organisationId).toBe(community);
});
