import { expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import { anIdea, key, type TestPerson, testSystem } from "@/server/testing";
import { plainWords } from "@/server/typed-words";
import type { Definition } from "./definition";
import { changed, countsAnew, redefinedInWords } from "./redefinition";

const world = testSystem();

async function aMeasure() {
  const systemId = await world.system();
  const [surgery, hospital, store] = [
    await world.organisation(systemId, "LRK"),
    await world.organisation(systemId, "PWC"),
    await world.organisation(systemId, "EQS"),
  ];
  const nurse = await world.person("Tamsin", { systemId, organisationId: surgery });
  const clerk = await world.person("Ede", { systemId, organisationId: store });
  const { experimentId } = await nurse.api.experiments.register({
    ...{ ...anIdea, key: key(), systemId, leadOrganisationId: surgery },
  });
  const { measureId } = await nurse.api.measures.defineForExperiment({
    ...{ name: "Calls", operationalDefinition: "Every call", contributors: [surgery, hospital], unit: "calls" },
    ...{ key: key(), experimentId, role: "outcome", counting: "count", direction: "up", rhythm: "month" },
  });
  return { systemId, surgery, hospital, store, nurse, clerk, measureId, experimentId };
}

async function asItStands({ api }: TestPerson, measureId: string) {
  const now = await api.measures.find({ measureId });
  const { name, operationalDefinition, unit, direction, decimals, preset, chartKind, suppressSmall, version } = now;
  const rest = { preset, chartKind, suppressSmall, version };
  return { measureId, name, operationalDefinition, unit, direction, decimals, ...rest };
}

test("a definition is written anew once, with what changed in the journal and a note on the chart", async () => {
  const { nurse, measureId, experimentId } = await aMeasure();
  const now = await asItStands(nurse, measureId);
  const anew = {
    ...now,
    operationalDefinition: "Every call that was answered",
    target: 50,
    reason: "Hang-ups count no more",
  };
  expect(await nurse.api.measures.redefine({ ...anew, key: key() })).toEqual({ countsAnew: true });
  const after = await nurse.api.measures.find({ measureId });
  expect(after).toMatchObject({ operationalDefinition: "Every call that was answered", target: 50, version: 2 });
  const [entry] = await nurse.api.journal.list({ experimentId });
  expect(entry?.act).toBe("changed the definition of Calls: what is counted and the goal. Hang-ups count no more");
  const { notes } = await nurse.api.charts.ofMeasure({ measureId });
  expect(notes).toEqual([expect.objectContaining({ words: "What is counted changed" })]);

  const late = { ...now, name: "All calls", key: key() };
  await expect(nurse.api.measures.redefine(late)).rejects.toMatchObject({
    cause: { version: 2, by: "Tamsin", theirs: { operationalDefinition: "Every call that was answered" } },
  });
  const same = { ...(await asItStands(nurse, measureId)), target: 50, key: key() };
  await expect(nurse.api.measures.redefine(same)).rejects.toThrow("Nothing was changed");
});

test("other rules for the chart move its limits, and what is counted stays", async () => {
  const { nurse, measureId } = await aMeasure();
  const anew = { ...(await asItStands(nurse, measureId)), preset: "NHSRplotthedots" as const, key: key() };
  expect(await nurse.api.measures.redefine(anew)).toEqual({ countsAnew: false });
  const { preset } = await nurse.api.measures.find({ measureId });
  expect(preset).toBe("NHSRplotthedots");
  expect((await nurse.api.charts.ofMeasure({ measureId })).notes).toEqual([]);
});

test("the unit and the better side stay while a dip or a rule stands on them", async () => {
  const { nurse, measureId, experimentId } = await aMeasure();
  const rule = { experimentId, kind: "talk" as const, words: "Below 20", measureId, threshold: 20 };
  await nurse.api.dips.setStopRule({ ...rule, metWhen: "below", periodsRunning: 1, key: key() });
  const now = await asItStands(nurse, measureId);
  await expect(nurse.api.measures.redefine({ ...now, direction: "down", key: key() })).rejects.toThrow(
    "stop rule stands",
  );
  await expect(nurse.api.measures.redefine({ ...now, unit: "people", key: key() })).rejects.toThrow("stop rule stands");
  await nurse.api.measures.redefine({ ...now, name: "Calls a month", key: key() });
});

test("a contributor is added from a day and ended on one, and each period waits for those of its time", async () => {
  const { nurse, surgery, hospital, store, measureId, experimentId } = await aMeasure();
  const add = { measureId, organisationId: store, fromOn: "2026-03-01" };
  await nurse.api.measures.addContributor({ ...add, key: key() });
  await expect(nurse.api.measures.addContributor({ ...add, key: key() })).rejects.toThrow("is on the list already");
  await nurse.api.measures.log({ measureId, organisationId: surgery, periodOn: "2026-02-01", value: 20, key: key() });
  await nurse.api.measures.log({ measureId, organisationId: surgery, periodOn: "2026-04-01", value: 20, key: key() });
  await nurse.api.measures.endContribution({ measureId, organisationId: hospital, endsOn: "2026-03-31", key: key() });
  const series = await nurse.api.measures.series({ measureId });
  expect(series.map(({ on, expected }) => [on, expected])).toEqual([
    ["2026-02-01", 2],
    ["2026-03-01", 3],
    ["2026-04-01", 2],
  ]);
  const early = { measureId, organisationId: store, endsOn: "2026-02-01", key: key() };
  await expect(nurse.api.measures.endContribution(early)).rejects.toThrow("1 March 2026 or later");
  const acts = (await nurse.api.journal.list({ experimentId })).map(({ act }) => act);
  expect(acts).toContain("let EQS Trust contribute to Calls from 1 March 2026");
  expect(acts).toContain(`lets PWC Trust contribute to Calls ${untilEndOf("2026-03-31")}`);
});

test("who neither uses a measure nor brings to it leaves it as it is", async () => {
  const { clerk, nurse, store, measureId } = await aMeasure();
  const refused = { code: "FORBIDDEN" };
  const now = await asItStands(nurse, measureId);
  await expect(clerk.api.measures.redefine({ ...now, name: "Ours", key: key() })).rejects.toMatchObject(refused);
  const add = { measureId, organisationId: store, fromOn: "2026-03-01", key: key() };
  await expect(clerk.api.measures.addContributor(add)).rejects.toMatchObject(refused);
  expect((await clerk.api.measures.find({ measureId })).may).toEqual({ redefine: false, arrangeContributors: false });
});

test("what differs is told in the order in which it is asked", () => {
  const before: Definition = {
    ...{ name: "Calls", operationalDefinition: "Every call", unit: "calls", direction: "up", decimals: 0 },
    ...{ target: null, baselinePoints: null, preset: "NHS England tools", chartKind: "XmR", suppressSmall: false },
  };
  const fields = changed(before, { ...before, suppressSmall: true, unit: "people" });
  expect(fields).toEqual(["unit", "suppressSmall"]);
  expect(countsAnew(fields)).toBe(true);
  expect(countsAnew(["target", "preset", "name"])).toBe(false);
  expect(plainWords(redefinedInWords("Calls", fields, " "))).toBe(
    "changed the definition of Calls: the unit and whether small figures are hidden",
  );
});
