import { expect, test } from "vitest";
import { anIdea, aRisk, key, testSystem } from "@/server/testing";
import { materiality, type Terms } from "./terms";
import { type UnderWay, underWay } from "./testing";

const world = testSystem();
const onCalls = (it: UnderWay) => ({ measureId: it.callsId, metWhen: "below", threshold: 60, periodsRunning: 2 });

/** What an edit changes: a part of the terms by its path in `materiality`, or something outside them. */
type Touched =
  | keyof Terms
  | `risks.${string}`
  | `measures.${string}`
  | `expectedDips.${string}`
  | `stopRules.${string}`
  | "no part of the terms";
const edits: [touched: Touched, what: string, edit: (it: UnderWay) => Promise<unknown>][] = [
  ["no part of the terms", "a spelling in the title", (it) => it.story({ title: "Ring back by 11 am" })],
  ["problem", "what bothers them", (it) => it.story({ problem: "The queue" })],
  ["no part of the terms", "the aim", (it) => it.story({ aim: "By the spring" })],
  ["predictionBecause", "why they expect it", (it) => it.story({ predictionBecause: "they were heard" })],
  ["no part of the terms", "where trouble starts", (it) => it.story({ startsAt: "home" })],
  ["no part of the terms", "where trouble shows", (it) => it.story({ showsAt: "ward" })],
  ["no part of the terms", "for how long they plan it", (it) => it.story({ plannedWeeks: 8 })],
  ["no part of the terms", "how many decimals a figure has", (it) => it.redefinition({ decimals: 1 })],
  ["no part of the terms", "the goal of a figure", (it) => it.redefinition({ target: 12 })],
  ["measures.id", "another measure", (it) => it.anotherMeasure()],
  ["measures.name", "another name of a figure", (it) => it.redefinition({ name: "All calls" })],
  ["measures.operationalDefinition", "what is counted", (it) => it.redefinition({ operationalDefinition: "Few" })],
  ["measures.unit", "what it is counted in", (it) => it.redefinition({ unit: "people" })],
  ["measures.direction", "which way is better", (it) => it.redefinition({ direction: "down" })],
  [
    "measures.role",
    "the part a figure plays",
    (it) =>
      it.api.measures.chooseForExperiment({
        experimentId: it.experimentId,
        measureId: it.callsId,
        role: "outcome",
        key: key(),
      }),
  ],
  [
    "measures.contributors.id",
    "one more who brings it",
    async (it) =>
      it.api.measures.addContributor({
        measureId: it.callsId,
        organisationId: await world.organisation(it.systemId, "QUH"),
        fromOn: "2027-01-05",
        knowsPermissionsEnd: true,
        key: key(),
      }),
  ],
  [
    "measures.contributors.endsOn",
    "until when somebody brings it",
    (it) =>
      it.api.measures.endContribution({
        measureId: it.callsId,
        organisationId: it.theirs,
        endsOn: "2027-06-30",
        knowsPermissionsEnd: true,
        key: key(),
      }),
  ],
  ["changeIdea", "what they would try", (it) => it.story({ changeIdea: "A nurse rings instead" })],
  ["changeIdea", "a full stop in what they would try", (it) => it.story({ changeIdea: `${anIdea.changeIdea}.` })],
  ["place", "where", (it) => it.story({ place: "Cobblegate" })],
  ["prediction", "what they expect", (it) => it.story({ prediction: "much fewer go to A&E" })],
  ["reversible", "whether it can be undone", (it) => it.story({ reversible: true })],
  [
    "takingPart",
    "one more who takes part",
    async (it) => it.story({ takingPart: [it.ours, it.theirs, await world.organisation(it.systemId, "QUH")] }),
  ],
  [
    "team",
    "somebody who joins the team",
    (it) =>
      it.api.experiments.addTeamMember({
        experimentId: it.experimentId,
        personId: it.colleagueId,
        leads: false,
        key: key(),
      }),
  ],
  [
    "riskOfNotTrying",
    "the risk of not trying",
    (it) =>
      it.api.risks.setRiskOfNotTrying({ experimentId: it.experimentId, riskOfNotTrying: "They wait", key: key() }),
  ],
  [
    "risks.id",
    "one more risk",
    (it) => it.api.risks.record({ ...aRisk, carriedBy: [it.ours], experimentId: it.experimentId, key: key() }),
  ],
  ["risks.harm", "a risk's harm", (it) => it.risk({ harm: "A serious illness is missed" })],
  ["risks.whoIsAffected", "who is affected", (it) => it.risk({ whoIsAffected: "Everybody" })],
  ["risks.domain", "what it touches", (it) => it.risk({ domain: "people" })],
  ["risks.consequence", "its consequence", (it) => it.risk({ consequence: 3 })],
  ["risks.likelihood", "its likelihood", (it) => it.risk({ likelihood: 1 })],
  ["risks.controls", "what reduces it", (it) => it.risk({ controls: "A second call" })],
  ["risks.earlyWarning", "its first sign", (it) => it.risk({ earlyWarning: "A complaint" })],
  ["risks.carriedBy", "who carries it", (it) => it.risk({ carriedBy: [it.ours] })],
  [
    "expectedDips.id",
    "a dip taken off",
    (it) => it.api.dips.removeDip({ experimentId: it.experimentId, dipId: it.dipId, key: key() }),
  ],
  ["expectedDips.fromOn", "a dip's first day", (it) => it.anotherDip({ fromOn: "2027-01-18" })],
  ["expectedDips.endsOn", "a dip's last day", (it) => it.anotherDip({ endsOn: "2027-04-04" })],
  ["expectedDips.worstValue", "how far it may dip", (it) => it.anotherDip({ worstValue: 65 })],
  ["expectedDips.carriedBy", "who carries a dip", (it) => it.anotherDip({ carriedBy: [it.ours, it.theirs] })],
  ["expectedDips.measure", "the figure that may dip", async (it) => it.anotherDip(await it.anotherMeasure())],
  [
    "stopRules.id",
    "a rule taken off",
    (it) => it.api.dips.removeStopRule({ experimentId: it.experimentId, stopRuleId: it.stopRuleId, key: key() }),
  ],
  ["stopRules.kind", "what a rule does", (it) => it.anotherRule({ kind: "talk" })],
  ["stopRules.words", "a rule's words", (it) => it.anotherRule({ words: "2 serious misses" })],
  ["stopRules.onMeasure.measure", "which figure a rule watches", (it) => it.anotherRule(onCalls(it))],
  ["stopRules.onMeasure.threshold", "a rule's number", (it) => it.anotherRule({ ...onCalls(it), threshold: 61 })],
  ["stopRules.onMeasure.metWhen", "a rule's side", (it) => it.anotherRule({ ...onCalls(it), metWhen: "above" })],
  [
    "stopRules.onMeasure.periodsRunning",
    "for how long a rule waits",
    (it) => it.anotherRule({ ...onCalls(it), periodsRunning: 3 }),
  ],
  [
    "fromOn",
    "other days, asked for anew",
    (it) =>
      it.api.permissions.ask({
        experimentId: it.experimentId,
        fromOn: "2027-02-01",
        endsOn: "2027-04-30",
        key: key(),
      }),
  ],
  [
    "endsOn",
    "a later end, asked for anew",
    (it) =>
      it.api.permissions.ask({
        experimentId: it.experimentId,
        fromOn: "2027-01-05",
        endsOn: "2027-06-30",
        key: key(),
      }),
  ],
];

test.each(edits)("%s: %s", async (touched, _, edit) => {
  const it = await underWay(world);
  expect(await it.stage()).toBe("running");
  await edit(it);
  const material = touched !== "no part of the terms" && isMaterial(touched);
  expect(await it.stage()).toBe(material ? "terms changed" : "running");
  const cover = await it.api.permissions.covered({
    experimentId: it.experimentId,
    organisationId: it.ours,
    day: "2027-01-05",
  });
  expect(cover === null).toBe(material);
});

const isMaterial = (touched: string): boolean => howOf(touched) !== "not material";
function howOf(touched: string): unknown {
  return touched.split(".").reduce<unknown>((rule, name) => (rule as Record<string, unknown>)[name], materiality);
}

const leavesOf = (table: object, path = ""): string[] =>
  Object.entries(table).flatMap(([name, rule]) =>
    typeof rule === "string" ? [`${path}${name}`] : leavesOf(rule, `${path}${name}.`),
  );

test("every part of the terms has its edit", () => {
  const tried = new Set<string>(edits.map(([touched]) => touched));
  expect(leavesOf(materiality).filter((part) => !tried.has(part))).toEqual([
    // Only where there is no risk
    "noHarmForeseen",
    // How often a measure comes and how it is counted cannot change; a name is corrected by an administrator
    ...["measures.rhythm", "measures.counting", "measures.contributors.name"],
    // Said with the measure, where they are material
    ...["expectedDips.unit", "stopRules.onMeasure.unit", "stopRules.onMeasure.rhythm"],
    // Written with the request
    "whyLonger",
  ]);
});
