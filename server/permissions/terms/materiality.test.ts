import { expect, test } from "vitest";
import { anIdea, aRisk, key, registerWithRisk, testSystem } from "@/server/testing";
import { materiality, type Terms } from "./terms";

const world = testSystem();
const asked = "2027-01-04T09:00:00Z";
const edited = "2027-01-05T09:00:00Z";

/** A running experiment with one carrier, a dip, a rule and two risks. */
async function underWay() {
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
  const stage = async () => (await api.experiments.find({ experimentId })).stage;
  const ids = { experimentId, systemId, measureId, dipId, stopRuleId, ours, theirs, colleagueId: colleague.id };
  return { ...ids, lead, leader, api, story, risk, anotherDip, anotherRule, anotherMeasure, stage };
}
type It = Awaited<ReturnType<typeof underWay>>;

/** What an edit changes: a part of the terms by its path in `materiality`, or something outside them. */
type Touched =
  | keyof Terms
  | `risks.${string}`
  | `expectedDips.${string}`
  | `stopRules.${string}`
  | "no part of the terms";
const edits: [touched: Touched, what: string, edit: (it: It) => Promise<unknown>][] = [
  ["no part of the terms", "a spelling in the title", (it) => it.story({ title: "Ring back by 11 am" })],
  ["no part of the terms", "what bothers them", (it) => it.story({ problem: "The queue" })],
  ["no part of the terms", "the aim", (it) => it.story({ aim: "By the spring" })],
  ["no part of the terms", "why they expect it", (it) => it.story({ predictionBecause: "they were heard" })],
  ["no part of the terms", "where trouble starts", (it) => it.story({ startsAt: "home" })],
  ["no part of the terms", "where trouble shows", (it) => it.story({ showsAt: "ward" })],
  ["no part of the terms", "for how long they plan it", (it) => it.story({ plannedWeeks: 8 })],
  ["no part of the terms", "another measure", (it) => it.anotherMeasure()],
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
  const it = await underWay();
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
  const [name = "", field] = touched.split(".");
  const rule = materiality[name as keyof typeof materiality];
  return field ? (rule as Record<string, unknown>)[field] : rule;
}

test("every part of the terms has its edit", () => {
  const parts = Object.entries(materiality).flatMap(([name, rule]) =>
    typeof rule === "string" ? [name] : Object.keys(rule).map((field) => `${name}.${field}`),
  );
  const tried = new Set<string>(edits.map(([touched]) => touched));
  // A measure's unit cannot change; the reason for a renewal is written with the request; no harm is foreseen without risks
  expect(parts.filter((part) => !tried.has(part))).toEqual(["noHarmForeseen", "expectedDips.unit", "whyLonger"]);
});
