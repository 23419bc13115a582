import type { PoolClient } from "pg";
import { expect, test, vi } from "vitest";
import { systemOrganisations } from "@/db/schema";
import { daysFrom, key, registerWithRisk, testSystem } from "@/server/testing";

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

test("a leader in two systems sees what their organisations carry in each only through that system's role", async () => {
  const [here, there] = [await world.system("Here"), await world.system("There")];
  const och = await world.organisation(here, "OCH");
  const quh = await world.organisation(there, "QUH");
  await world.db.insert(systemOrganisations).values({ systemId: there, organisationId: och, fromOn: "2020-01-01" });
  const leader = await world.person("Sunniva", { systemId: here, organisationId: och, role: "leader" });
  const places = { systemId: there, organisationId: quh, personId: leader.id, fromOn: "2020-01-01" };
  await world.works({ ...places, role: "leader" });
  const inBoth = await world.person("Bronagh", { systemId: here, organisationId: och, role: "leader" });
  await world.works({
    systemId: there,
    organisationId: och,
    personId: inBoth.id,
    role: "leader",
    fromOn: "2020-01-01",
  });
  const askIn = async (systemId: string, organisationId: string) => {
    const lead = await world.person("Callum", { systemId, organisationId });
    const experimentId = await registerWithRisk(lead, { systemId, organisationId });
    await lead.api.permissions.ask({ experimentId, ...daysFrom(), key: key() });
    return experimentId;
  };
  const hereOfOch = await askIn(here, och);
  const thereOfOch = await askIn(there, och); // of an organisation that they lead in the other system only
  const thereOfQuh = await askIn(there, quh);
  const seen = async (one = leader) => {
    const { experiments, requests } = await one.api.home.mine();
    const carried = experiments.filter(({ carriedByMine }) => carriedByMine.length > 0).map(({ id }) => id);
    return { carried: carried.toSorted(), asked: requests.map(({ experimentId }) => experimentId).toSorted() };
  };
  const theirs = [hereOfOch, thereOfQuh].toSorted();
  expect(await seen()).toEqual({ carried: theirs, asked: theirs });
  const both = [hereOfOch, thereOfOch].toSorted();
  expect(await seen(inBoth)).toEqual({ carried: both, asked: both });
});
