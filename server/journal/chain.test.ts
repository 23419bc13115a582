import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();

async function aStory() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  return { systemId, lead, experimentId };
}

async function tamper(statement: string) {
  await world.db.execute(sql.raw("alter table journal disable trigger append_only"));
  await world.db.execute(sql.raw(statement));
  await world.db.execute(sql.raw("alter table journal enable trigger append_only"));
}

test.each([
  ["a changed sentence", "set act = 'noted another idea'", 2],
  ["another person", "set person_id = null", 2],
  ["another time", "set at = at + interval '1 second'", 2],
  ["other details", "set details = '{}'", 2],
  ["another experiment", "set experiment_id = null", 2],
])("finds %s", async (_, change, broken) => {
  const { systemId } = await aStory();
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
  await tamper(`update journal ${change} where system_id = '${systemId}' and sequence = 2`);
  expect(await findFirstBrokenEntry(world.db, systemId)).toBe(broken);
});

test("finds a missing entry, and a chain copied from another system", async () => {
  const [one, other] = [await aStory(), await aStory()];
  await tamper(`delete from journal where system_id = '${one.systemId}' and sequence = 2`);
  expect(await findFirstBrokenEntry(world.db, one.systemId)).toBe(2);
  await tamper(`delete from journal where system_id = '${one.systemId}'`);
  await tamper(`update journal set system_id = '${one.systemId}' where system_id = '${other.systemId}'`);
  expect(await findFirstBrokenEntry(world.db, one.systemId)).toBe(1);
});

test("eight at once write one chain without a hole", async () => {
  const { systemId, lead, experimentId } = await aStory();
  const say = (n: number) =>
    lead.api.risks.setRiskOfNotTrying({ experimentId, riskOfNotTrying: `People lie waiting, ${n}`, key: key() });
  await Promise.all(Array.from({ length: 8 }, (_, n) => say(n)));
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
  expect(await lead.api.journal.list({ experimentId })).toHaveLength(11);
});
