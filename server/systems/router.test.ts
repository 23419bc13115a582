import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { anIdea, key, testSystem } from "@/server/testing";

// Before the first connection, because each connection uses the query method it was created with.
const queries = vi.spyOn(pg.Client.prototype, "query");
const world = testSystem();
afterEach(() => queries.mockClear());

const aMeasure = {
  operationalDefinition: "Calls that a clinician answered by 11am",
  ...({ counting: "count", unit: "calls", direction: "up", rhythm: "week" } as const),
};

async function aSystem(measures: number) {
  const systemId = await world.system();
  const [surgery, hospital] = [await world.organisation(systemId, "LRK"), await world.organisation(systemId, "PWC")];
  const lead = await world.person("Tamsin", { systemId, organisationId: surgery });
  const other = await world.person("Ede", { systemId, organisationId: hospital });
  const board = await world.board(systemId, "Partnership Board");
  const chair = await world.person("Cosima");
  await world.seat(systemId, board, chair.id, "chair");
  const { experimentId } = await lead.api.experiments.register({
    ...{ ...anIdea, key: key(), systemId, leadOrganisationId: surgery },
  });
  await lead.api.experiments.share({ experimentId, key: key() });
  const measureIds: string[] = [];
  for (let one = 1; one <= measures; one += 1) {
    const contributors = [surgery, hospital];
    const definition = { ...aMeasure, name: `Calls ${one}`, contributors, role: "outcome" as const, experimentId };
    const { measureId } = await lead.api.measures.defineForExperiment({ ...definition, key: key() });
    measureIds.push(measureId);
    for (const [person, organisationId, value] of [
      [lead, surgery, 40_000 + one],
      [other, hospital, 7_000 + one],
    ] as const) {
      await person.api.measures.log({ key: key(), measureId, organisationId, periodOn: "2026-03-02", value });
    }
  }
  return { systemId, experimentId, lead, chair, measureIds };
}

test("a board sees every measure where its trouble shows, as one figure of everyone", async () => {
  const { systemId, experimentId, chair, measureIds } = await aSystem(1);
  const page = await chair.api.systems.find({ systemId });
  expect(page.sections.map(({ kind, stage }) => [kind, stage])).toEqual([["shows", "front door"]]);
  const [measure] = page.sections[0]?.measures ?? [];
  expect(measure?.id).toBe(measureIds[0]);
  expect(measure?.points).toEqual([expect.objectContaining({ value: 47_002, contributed: 2 })]);
  expect(JSON.stringify(page)).not.toMatch(/40001|7001|contributors|teams/);
  expect(page.experiments).toEqual([expect.objectContaining({ id: experimentId, measureIds })]);
  const fromWhere = await chair.api.systems.find({ systemId, stage: "general practice" });
  expect(fromWhere.sections.map(({ kind, stage }) => [kind, stage])).toEqual([["starts", "general practice"]]);
});

test("the page asks as many questions of the database for 1 measure as for 12", async () => {
  const questions = async (measures: number) => {
    const { systemId, chair } = await aSystem(measures);
    queries.mockClear();
    await chair.api.systems.find({ systemId });
    return queries.mock.calls.length;
  };
  const few = await questions(1);
  expect(few).toBeGreaterThan(3);
  expect(await questions(12)).toBe(few);
});

test("a draft stays with its team, and another system is not found", async () => {
  const { systemId } = await aSystem(1);
  const elsewhere = await aSystem(1);
  const stranger = elsewhere.lead.api.systems.find({ systemId });
  await expect(stranger).rejects.toMatchObject({ code: "NOT_FOUND" });
  const never = elsewhere.lead.api.systems.find({ systemId: crypto.randomUUID() });
  const words = await never.catch((error: Error) => error.message);
  await expect(elsewhere.lead.api.systems.find({ systemId })).rejects.toThrow(String(words));
  const { experimentId } = await elsewhere.lead.api.experiments.register({
    ...{ ...anIdea, key: key(), systemId: elsewhere.systemId },
    leadOrganisationId: (await elsewhere.lead.api.organisations.list())[0]?.id ?? "",
  });
  const seen = await elsewhere.chair.api.systems.find({ systemId: elsewhere.systemId });
  expect(seen.experiments.map(({ id }) => id)).not.toContain(experimentId);
});
