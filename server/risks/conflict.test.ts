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
