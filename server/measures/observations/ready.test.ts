import { expect, test } from "vitest";
import { londonDay } from "@/server/days";
import { lastWholePeriod } from "@/server/measures/periods";
import { key, testSystem } from "@/server/testing";

const world = testSystem();
const today = londonDay(new Date());

const measured = {
  operationalDefinition: "Calls that somebody picked up",
  ...{ counting: "count" as const, unit: "calls", direction: "up" as const, rhythm: "day" as const },
};

async function wardAndColleague() {
  const systemId = await world.system();
  const hospital = await world.organisation(systemId, "QUH");
  const imogen = await world.person("Imogen", { systemId, organisationId: hospital });
  const callum = await world.person("Callum", { systemId, organisationId: hospital });
  const define = async (name: string) => {
    const { measureId } = await imogen.api.measures.define({
      ...{ ...measured, systemId, name, contributors: [hospital], key: key() },
    });
    return measureId;
  };
  return { systemId, hospital, imogen, callum, define };
}

test("a device is told what it needs to take a result: the measure, what has a result, and nobody's name", async () => {
  const { hospital, imogen, callum, define } = await wardAndColleague();
  const measureId = await define("Calls answered");
  const on = lastWholePeriod(today, "day");
  await callum.api.measures.log({ measureId, organisationId: hospital, periodOn: on, value: 12, key: key() });
  const [ready, ...others] = await imogen.api.measures.readyToLog({});
  expect(others).toEqual([]);
  expect(ready).toEqual({
    ...{
      measureId,
      name: "Calls answered",
      unit: "calls",
      decimals: 0,
      counting: "count",
      rhythm: "day",
      byEvent: false,
    },
    ...{ organisationId: hospital, organisation: "QUH Trust", loggedOn: [on], lastTime: "12 calls" },
  });
  expect(JSON.stringify(ready)).not.toContain("Callum");
});

test("the measure that is open comes first, and somebody who works elsewhere is told of none", async () => {
  const { systemId, imogen, define } = await wardAndColleague();
  const names = ["Aprons", "Beds", "Calls"];
  const ids: string[] = [];
  for (const name of names) ids.push(await define(name));
  const listed = async (openId?: string) => (await imogen.api.measures.readyToLog({ openId })).map(({ name }) => name);
  expect(await listed()).toEqual(names);
  expect(await listed(ids[2])).toEqual(["Calls", "Aprons", "Beds"]);
  const elsewhere = await world.organisation(systemId, "OCH");
  const stranger = await world.person("Wren", { systemId, organisationId: elsewhere });
  expect(await stranger.api.measures.readyToLog({})).toEqual([]);
});
