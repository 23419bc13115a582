import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asPerson } from "@/db/tenant-transaction";
import { londonDay } from "@/server/days";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();

/** An experiment requested, permitted and started on 4 January 2027, until the given day. */
async function running(endsOn: string) {
  const asked = "2027-01-04T09:00:00Z";
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk({ ...lead, api: lead.at(asked) }, { systemId, organisationId });
  const ask = { experimentId, fromOn: "2027-01-04", endsOn, key: key() };
  const { requestId } = await lead.at(asked).permissions.ask(ask);
  const { termsHash } = await leader.at(asked).permissions.request({ experimentId, requestId });
  const yes = { answer: "yes" as const, inWords: "", termsHash, key: key() };
  await leader.at(asked).permissions.answer({ experimentId, requestId, organisationId, ...yes });
  await lead.at(asked).experiments.start({ experimentId, key: key() });
  const stageAt = async (moment: string) => (await lead.at(moment).experiments.find({ experimentId })).stage;
  return { stageAt, lead, leader, experimentId, requestId, organisationId, termsHash };
}

test.each([
  ["a day in winter", "2027-02-10", "2027-02-10T23:59:59.999Z", "2027-02-11T00:00:00Z"],
  ["a day in summer", "2027-06-30", "2027-06-30T22:59:59.999Z", "2027-06-30T23:00:00Z"],
  ["the day before the clocks go forward", "2027-03-27", "2027-03-27T23:59:59.999Z", "2027-03-28T00:00:00Z"],
  ["the day on which they go forward", "2027-03-28", "2027-03-28T22:59:59.999Z", "2027-03-28T23:00:00Z"],
  ["the day before the clocks go back", "2027-10-30", "2027-10-30T22:59:59.999Z", "2027-10-30T23:00:00Z"],
  ["the day on which they go back", "2027-10-31", "2027-10-31T23:59:59.999Z", "2027-11-01T00:00:00Z"],
])("a permission holds through the last second of %s, and not a moment longer", async (_, endsOn, last, after) => {
  const { stageAt } = await running(endsOn);
  expect(await stageAt(last)).toBe("running");
  expect(await stageAt(after)).toBe("permission ended");
});

test("a permission that begins tomorrow starts nothing in the last second of today", async () => {
  const { lead, leader, experimentId, organisationId } = await running("2027-02-01");
  const late = "2027-03-27T23:59:59.999Z";
  const dates = { fromOn: "2027-03-28", endsOn: "2027-04-30" };
  const { requestId } = await lead.at(late).permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.at(late).permissions.request({ experimentId, requestId });
  const yes = { answer: "yes" as const, inWords: "", termsHash, key: key() };
  await leader.at(late).permissions.answer({ experimentId, requestId, organisationId, ...yes });
  const stageAt = async (moment: string) => (await lead.at(moment).experiments.find({ experimentId })).stage;
  expect(await stageAt(late)).toBe("permission ended");
  expect(await stageAt("2027-03-28T00:00:00Z")).toBe("running");
});

test("an answer one second after the last day asked for is refused", async () => {
  const { lead, leader, experimentId, organisationId } = await running("2027-02-01");
  const { requestId } = await lead
    .at("2027-05-01T09:00:00Z")
    .permissions.ask({ experimentId, fromOn: "2027-05-01", endsOn: "2027-05-03", key: key() });
  const after = leader.at("2027-05-03T23:00:00Z");
  const { termsHash } = await after.permissions.request({ experimentId, requestId });
  const yes = { answer: "yes" as const, inWords: "", termsHash, key: key() };
  await expect(after.permissions.answer({ experimentId, requestId, organisationId, ...yes })).rejects.toThrow(
    "The dates asked for are over",
  );
});

test("what is done carries the moment that the clock showed", async () => {
  const { lead, experimentId } = await running("2027-06-30");
  const { answers } = await lead.at("2027-01-04T09:00:00Z").permissions.overview({ experimentId });
  expect(answers.map(({ at }) => new Date(at).toISOString())).toEqual(["2027-01-04T09:00:00.000Z"]);
});

test("the database's today is London's, whatever the season, and its own clock's when nobody set one", async () => {
  const today = async (at?: string) => {
    const read = (tx: typeof world.db) => tx.execute<{ today: string }>(sql`select london_today()::text as today`);
    const { rows } = await asPerson(world.db, crypto.randomUUID(), (tx) => read(tx as never), { at });
    return rows[0]?.today;
  };
  const moment = fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  await fc.assert(
    fc.asyncProperty(moment, async (at) => {
      expect(await today(at.toISOString())).toBe(londonDay(at));
    }),
    { numRuns: 200 },
  );
  const before = londonDay(new Date());
  expect([before, londonDay(new Date())]).toContain(await today()); // the frozen clock is gone
});
