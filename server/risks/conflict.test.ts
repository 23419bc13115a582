import { expect, test } from "vitest";
import { fieldsOf, riskFieldNames } from "@/server/risks/fields";
import { aRisk, key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();

test("who saves second gets back every field of what was saved first", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const { api, ...lead } = await world.person("Ravi", { systemId, organisationId });
  const experimentId = await registerWithRisk({ api, ...lead }, { systemId, organisationId });
  const [recorded] = await api.risks.list({ experimentId });
  if (!recorded) throw new Error("no risk was recorded");
  const carriedBy = [organisationId];
  const edit = (words: object) =>
    api.risks.edit({ ...aRisk, carriedBy, ...words, experimentId, riskId: recorded.id, version: 1, key: key() });
  await edit({ harm: "Mine" });
  const late = await edit({ harm: "Theirs" }).then(
    () => null,
    (refused: { cause: unknown }) => refused.cause,
  );
  const theirs = { ...fieldsOf(recorded), harm: "Mine", carriedBy };
  expect(Object.keys(theirs).sort()).toEqual([...riskFieldNames, "carriedBy"].sort());
  expect(late).toMatchObject({ version: 2, by: "Ravi", theirs });
});

test("who saves second is told who wrote that risk, whoever wrote something else since", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const ravi = await world.person("Ravi", { systemId, organisationId });
  const [ada, bo] = [
    await world.person("Ada", { systemId, organisationId }),
    await world.person("Bo", { systemId, organisationId }),
  ];
  const experimentId = await registerWithRisk(ravi, { systemId, organisationId });
  const of = () => ({ experimentId, key: key() });
  for (const { id } of [ada, bo]) await ravi.api.experiments.addTeamMember({ ...of(), personId: id, leads: false });
  const [recorded] = await ravi.api.risks.list({ experimentId });
  if (!recorded) throw new Error("no risk was recorded");
  const risk = { ...aRisk, carriedBy: [organisationId], riskId: recorded.id, version: 1 };
  await ada.api.risks.edit({ ...risk, ...of() });
  await bo.api.risks.setRiskOfNotTrying({ ...of(), riskOfNotTrying: "Nobody learns anything" });
  await expect(ravi.api.risks.edit({ ...risk, ...of() })).rejects.toMatchObject({ cause: { version: 2, by: "Ada" } });
});
