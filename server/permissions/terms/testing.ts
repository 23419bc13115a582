import { definitionOf } from "@/server/measures/definition";
import { anIdea, aRisk, key, registerWithRisk, type TestWorld } from "@/server/testing";

const asked = "2027-01-04T09:00:00Z";
const edited = "2027-01-05T09:00:00Z";

/** A running experiment with one carrier, a dip, a rule and two risks. */
export async function underWay(world: TestWorld) {
  const systemId = await world.system();
  const [ours, theirs] = [await world.organisation(systemId, "OCH"), await world.organisation(systemId, "NLA")];
  const at = { systemId, organisationId: ours };
  const lead = await world.person("Callum", at);
  const leader = await world.person("Sunniva", { ...at, role: "leader" });
  const other = await world.person("Morwenna", { systemId, organisationId: theirs, role: "leader" });
  const colleague = await world.person("Shanice", at);
  const then = lead.at(asked);
  const experimentId = await registerWithRisk({ ...lead, api: then }, { ...at, carriedBy: [ours, theirs] });
  const [first] = await then.risks.list({ experimentId });
  const percentage = { unit: "%", rhythm: "week" as const, counting: "percentage" as const, decimals: 0 };
  const seen = { ...percentage, operationalDefinition: "All calls", direction: "up" as const, contributors: [ours] };
  const define = (by: typeof then, name: string) =>
    by.measures.defineForExperiment({ ...seen, name, role: "balancing", experimentId, key: key() });
  const { measureId } = await define(then, "Seen in 2 hours");
  const calls = await then.measures.defineForExperiment({
    ...{ ...seen, name: "Calls", counting: "count", unit: "calls", contributors: [ours, theirs] },
    ...{ role: "process", experimentId, key: key() },
  });
  const dip = { measureId, worstValue: 70, fromOn: "2027-01-11", endsOn: "2027-03-28", carriedBy: [ours] };
  const { dipId } = await then.dips.expect({ ...dip, experimentId, key: key() });
  const rule = { kind: "safety" as const, words: "1 serious miss" };
  const { stopRuleId } = await then.dips.setStopRule({ ...rule, experimentId, key: key() });
  const ask = { experimentId, fromOn: "2027-01-04", endsOn: "2027-03-31", key: key() };
  const { requestId } = await then.permissions.ask(ask);
  for (const [by, organisationId] of [
    [leader, ours],
    [other, theirs],
  ] as const) {
    const { termsHash } = await by.at(asked).permissions.request({ experimentId, requestId });
    const yes = { experimentId, requestId, organisationId, termsHash, answer: "yes" as const, inWords: "", key: key() };
    await by.at(asked).permissions.answer(yes);
  }
  await then.experiments.start({ experimentId, key: key() });
  const api = lead.at(edited);
  const takingPart = [ours, theirs];
  const story = (words: object) =>
    api.experiments.edit({ ...anIdea, takingPart, ...words, experimentId, version: 1, key: key() });
  const risk = (words: object) =>
    api.risks.edit({
      ...aRisk,
      carriedBy: takingPart,
      ...words,
      experimentId,
      riskId: first?.id ?? "",
      version: first?.version ?? 1,
      key: key(),
    });
  /** Dips and rules cannot be edited, so one is removed and another added. */
  const anotherDip = async (words: object) => {
    await api.dips.removeDip({ experimentId, dipId, key: key() });
    await api.dips.expect({ ...dip, ...words, experimentId, key: key() });
  };
  const anotherRule = async (words: object) => {
    await api.dips.removeStopRule({ experimentId, stopRuleId, key: key() });
    await api.dips.setStopRule({ ...rule, ...words, experimentId, key: key() });
  };
  const anotherMeasure = () => define(api, "Rung back in 1 hour");
  /** The measure without a dip on it, by which the unit and the better side can change. */
  const measureId2 = calls.measureId;
  const redefinition = async (words: object) => {
    const measure = await api.measures.find({ measureId: measureId2 });
    const { target: _, baselinePoints: __, ...now } = definitionOf(measure);
    const known = { measureId: measureId2, knowsPermissionsEnd: true, key: key() };
    await api.measures.redefine({ ...now, version: measure.version, ...words, ...known });
  };
  const stage = async () => (await api.experiments.find({ experimentId })).stage;
  const ids = {
    experimentId,
    systemId,
    measureId,
    dipId,
    stopRuleId,
    ours,
    theirs,
    callsId: measureId2,
    colleagueId: colleague.id,
  };
  return { ...ids, lead, leader, api, story, risk, anotherDip, anotherRule, anotherMeasure, redefinition, stage };
}
export type UnderWay = Awaited<ReturnType<typeof underWay>>;
