import { expect, test } from "vitest";
import { anIdea, aRisk, key, type TestPerson, testSystem } from "@/server/testing";

const world = testSystem();
const monday = "2027-02-01T09:00:00Z";
const sentence = "Whoever allowed this for OCH Trust works on it";

async function aSmallIdea() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const secretary = await world.person("Cordelia", { systemId, organisationId });
  await world.seat(systemId, await world.board(systemId, "Partnership Board"), secretary.id, "secretary");
  const { experimentId } = await lead.at(monday).experiments.register({
    ...{ ...anIdea, systemId, leadOrganisationId: organisationId, takingPart: [], key: key() },
    ...{ reversible: true, plannedWeeks: 6 },
  });
  const risk = { ...aRisk, domain: "people" as const, consequence: 3, likelihood: 2, carriedBy: [organisationId] };
  await lead.at(monday).risks.record({ ...risk, experimentId, key: key() });
  await lead.at(monday).risks.setRiskOfNotTrying({ experimentId, riskOfNotTrying: "People wait", key: key() });
  const rule = { highestScores: { people: 6 }, longestWeeks: 12, note: "", fromOn: "2027-01-04" };
  const give = (by: TestPerson, forIt?: string) =>
    by.at(monday).standing.give({ systemId, organisationId: forIt, ...rule, key: key() });
  const join = (who: TestPerson) =>
    lead.at(monday).experiments.addTeamMember({ experimentId, personId: who.id, leads: false, key: key() });
  const leave = (who: TestPerson) =>
    lead.at(monday).experiments.endTeamMembership({ experimentId, personId: who.id, key: key() });
  const start = () => lead.at(monday).experiments.start({ experimentId, key: key() });
  return { systemId, organisationId, leader, secretary, give, join, leave, start };
}

test("I5: a leader's own standing permission does not start an experiment that the leader had a part in", async () => {
  const it = await aSmallIdea();
  await it.give(it.leader, it.organisationId);
  await it.join(it.leader);
  await it.leave(it.leader);
  await expect(it.start()).rejects.toThrow(sentence);
});

test("I5: nor does a floor that somebody of its team gave; one by somebody else does", async () => {
  const it = await aSmallIdea();
  const { standingId } = await it.give(it.secretary);
  await world.confirmFloor(it.systemId, standingId, monday);
  await it.join(it.secretary);
  await expect(it.start()).rejects.toThrow(sentence);
  await it.give(it.leader, it.organisationId);
  await it.start();
});
