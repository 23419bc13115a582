import { expect, test } from "vitest";
import { define, overnight, stopRule, twoContributors } from "@/server/measures/testing";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();

test("a measure is defined once by its name, and a value that cannot be added up has one contributor", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital]);
  await expect(define(imogen, systemId, [hospital], { name: "admitted OVERNIGHT" })).rejects.toThrow(
    "There is a measure of this name already",
  );
  const value = { name: "Days", counting: "value" as const, unit: "days" };
  await expect(define(imogen, systemId, [hospital, community], value)).rejects.toThrow("Choose 1 organisation");
  await expect(define(imogen, systemId, [hospital], { ...value, unit: " " })).rejects.toThrow("counted in");
  await expect(define(imogen, systemId, [hospital], { ...value, baselinePoints: 11 })).rejects.toThrow("12 or more");
  await expect(define(imogen, systemId, [crypto.randomUUID()], value)).rejects.toThrow("serve in this system");
  const elsewhere = await world.system("Elsewhere");
  await expect(define(imogen, elsewhere, [hospital])).rejects.toMatchObject({ code: "NOT_FOUND" });
  const found = await imogen.api.measures.find({ measureId });
  expect([found.unit, found.definedBy, found.contributors.map((one) => one.shortName)]).toEqual([
    "%",
    "Imogen",
    ["QUH"],
  ]);
});

test("an experiment takes a measure of its own system, and gives it back unless a rule stands on it", async () => {
  const { systemId, hospital, imogen, callum } = await twoContributors(world);
  const at = { systemId, organisationId: hospital };
  const experimentId = await registerWithRisk(imogen, at);
  const { measureId } = await imogen.api.measures.defineForExperiment({
    ...{ ...overnight, name: "Falls", contributors: [hospital], role: "process", experimentId, key: key() },
  });
  await imogen.api.measures.chooseForExperiment({ experimentId, measureId, role: "outcome", key: key() });
  const chosen = await imogen.api.measures.ofExperiment({ experimentId });
  expect(chosen.map((one) => [one.name, one.role])).toEqual([["Falls", "outcome"]]);
  expect((await callum.api.measures.find({ measureId })).experiments).toEqual([]); // a draft is visible only to its team

  const { stopRuleId } = await imogen.api.dips.setStopRule({ ...stopRule, experimentId, measureId, key: key() });
  const takeOff = () => imogen.api.measures.takeOffExperiment({ experimentId, measureId, key: key() });
  await expect(takeOff()).rejects.toThrow("Take that off first");
  await imogen.api.dips.removeStopRule({ experimentId, stopRuleId, key: key() });
  await takeOff();
  expect(await imogen.api.measures.ofExperiment({ experimentId })).toEqual([]);

  const elsewhere = await world.system("Elsewhere");
  const theirs = await world.organisation(elsewhere, "VER");
  const stranger = await world.person("Stranger", { systemId: elsewhere, organisationId: theirs });
  const foreign = await define(stranger, elsewhere, [theirs]);
  const choose = { experimentId, measureId: foreign, role: "outcome" as const, key: key() };
  await expect(imogen.api.measures.chooseForExperiment(choose)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
