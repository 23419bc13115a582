import type { PoolClient } from "pg";
import { expect, test, vi } from "vitest";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();
const asked = "2027-01-04T09:00:00Z";
const sixDaysOn = "2027-01-10T09:00:00Z";

test("the team's cards say with whom a request waits and since when, in as many queries for 3 as for 1", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const at = { systemId, organisationId };
  const lead = await world.person("Callum", at);
  const leader = await world.person("Sunniva", { ...at, role: "leader" });
  await world.person("Ruaridh", { ...at, role: "leader" });
  const ask = async () => {
    const experimentId = await registerWithRisk({ ...lead, api: lead.at(asked) }, at);
    await lead.at(asked).permissions.ask({ experimentId, fromOn: "2027-01-04", endsOn: "2027-03-31", key: key() });
  };
  const queriesOfHome = async () => {
    const queries: { mock: { calls: unknown[] } }[] = [];
    const count = (client: PoolClient) => queries.push(vi.spyOn(client, "query"));
    world.db.$client.on("acquire", count);
    const { experiments } = await lead.at(sixDaysOn).home.mine();
    world.db.$client.off("acquire", count);
    const queryCount = queries.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    vi.restoreAllMocks();
    return { count: queryCount, waiting: experiments.map((experiment) => experiment.waiting) };
  };
  await ask();
  const one = await queriesOfHome();
  expect(one.count).toBeGreaterThan(0);
  expect(one.waiting).toEqual(["Waiting 6 days with Ruaridh. Sunniva can answer too."]);
  await ask();
  await ask();
  expect(await queriesOfHome()).toEqual({
    count: one.count,
    waiting: [...one.waiting, ...one.waiting, ...one.waiting],
  });
  const theirs = await leader.at(sixDaysOn).home.mine();
  expect(theirs.experiments.map((experiment) => experiment.waiting)).toEqual([null, null, null]);
});
