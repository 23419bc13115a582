import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { londonDay } from "@/server/days";
import { anIdea, aRisk, key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();
const inDays = (days: number) => londonDay(new Date(Date.now() + days * 86_400_000));

async function writtenOf(experimentId: string) {
  const { rows } = await world.db.execute<{ by: string; part: string }>(sql`
    select p.name as by, w.part from terms_edits w join people p on p.id = w.edited_by
    where w.experiment_id = ${experimentId} order by w.edited_at, w.id`);
  return rows.map(({ by, part }) => `${by}: ${part}`);
}

test("who wrote which part of the terms is kept by the gate, and what is no part of them is nobody's writing", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const ravi = await world.person("Ravi", { systemId, organisationId });
  const ada = await world.person("Ada", { systemId, organisationId });
  await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk(ravi, { systemId, organisationId });
  const of = () => ({ experimentId, key: key() });
  await ravi.api.experiments.addTeamMember({ ...of(), personId: ada.id, leads: false });
  const idea = { ...anIdea, leadOrganisationId: organisationId, takingPart: [], version: 1 };
  await ada.api.experiments.edit({ ...idea, ...of() });
  await ada.api.dips.setStopRule({ ...of(), kind: "talk", words: "Anybody is rung back after 11am" });
  await ada.api.experiments.share(of());
  const { cycleId } = await ada.api.cycles.plan({ ...of(), plan: "5 callers", prediction: "4", fromOn: inDays(1) });
  expect(cycleId).toBeTruthy();
  const { requestId } = await ravi.api.permissions.ask({ ...of(), fromOn: inDays(0), endsOn: inDays(60) });
  await ada.api.permissions.takeBack({ ...of(), requestId, reason: "Not yet" });
  expect(await writtenOf(experimentId)).toEqual([
    ...["Ravi: words", "Ravi: risks", "Ravi: risks", "Ravi: team"],
    ...["Ada: words", "Ada: stop rules", "Ravi: request"],
  ]);
});

test("what is refused writes nothing", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const ravi = await world.person("Ravi", { systemId, organisationId });
  const ada = await world.person("Ada", { systemId, organisationId });
  const experimentId = await registerWithRisk(ravi, { systemId, organisationId });
  await ravi.api.experiments.share({ experimentId, key: key() });
  const before = await writtenOf(experimentId);
  const risk = { ...aRisk, experimentId, carriedBy: [organisationId], key: key() };
  await expect(ada.api.risks.record(risk)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await writtenOf(experimentId)).toEqual(before);
});
