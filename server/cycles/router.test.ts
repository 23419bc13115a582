import { expect, test } from "vitest";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();
const planned = { plan: "Ring the first 5 callers", prediction: "4 of 5 need no visit", fromOn: "2026-02-09" };

async function aTeam() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "TWP");
  const farhan = await world.person("Farhan", { systemId, organisationId });
  const colleague = await world.person("Colleague", { systemId, organisationId });
  const experimentId = await registerWithRisk(farhan, { systemId, organisationId });
  await farhan.api.experiments.share({ experimentId, key: key() });
  return { farhan, colleague, experimentId };
}

test("a team plans a cycle with a prediction, and ends it by what it saw", async () => {
  const { farhan, colleague, experimentId } = await aTeam();
  const { cycleId } = await farhan.api.cycles.plan({ ...planned, experimentId, key: key() });
  await farhan.api.cycles.plan({ ...planned, experimentId, key: key() });
  const asColleague = await colleague.api.cycles.list({ experimentId });
  expect(asColleague.cycles.map(({ number, act }) => [number, act])).toEqual([
    [1, null],
    [2, null],
  ]);
  expect(asColleague.may.keep).toBe(false);
  const whole = { ...planned, experimentId, cycleId, done: "We rang 5", endsOn: "2026-02-13" };
  const edit = (more: { studied: string; act: "adapt" | "not yet"; version: number }) =>
    farhan.api.cycles.edit({ ...whole, ...more, key: key() });
  await expect(edit({ studied: " ", act: "adapt", version: 1 })).rejects.toThrow("against what you expected");
  await edit({ studied: "3 of 5 needed no visit", act: "adapt", version: 1 });
  await expect(edit({ studied: "Another", act: "not yet", version: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
  const [first] = (await colleague.api.cycles.list({ experimentId })).cycles;
  expect(first).toMatchObject({ act: "adapt", studied: "3 of 5 needed no visit", endsOn: "2026-02-13", version: 2 });
  const acts = (await farhan.api.journal.list({ experimentId })).map((entry: { act: string }) => entry.act);
  expect(acts).toContain("ended cycle 1: adapt. 3 of 5 needed no visit");
});

test("only the team keeps cycles, in the order of days, and not another experiment's", async () => {
  const { farhan, colleague, experimentId } = await aTeam();
  const plan = { ...planned, experimentId };
  await expect(colleague.api.cycles.plan({ ...plan, key: key() })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(farhan.api.cycles.plan({ ...plan, endsOn: "2026-02-01", key: key() })).rejects.toThrow("not be before");
  const other = await aTeam();
  const { cycleId } = await other.farhan.api.cycles.plan({ ...planned, experimentId: other.experimentId, key: key() });
  const edit = { ...plan, cycleId, done: "", studied: "", act: "not yet" as const, version: 1, key: key() };
  await expect(farhan.api.cycles.edit(edit)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
