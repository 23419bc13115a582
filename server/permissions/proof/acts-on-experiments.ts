import { type Act, anyPerson, carriers, colleague, on, reason, type Scene } from "./act";
import { later } from "./facts";

const words = ({ random, system }: Scene) => ({
  ...{ problem: "People cannot get through", place: "Dunnock Lane Surgery" },
  title: random.pick("Ring back by 11am", "Ring back by noon"),
  ...{ aim: "", prediction: "fewer people go to A&E", predictionBecause: "they have spoken to somebody" },
  changeIdea: random.pick("A clinician rings back", "A clinician rings back", "A nurse rings back"),
  takingPart: random.chance(0.9) ? system.organisations : random.some(system.organisations),
  reversible: random.pick(true, true, true, true, false, null),
  plannedWeeks: random.pick(2, 3, 4, 4, 12, 40, null),
});
const risk = (scene: Scene) => ({
  ...{ harm: "A serious illness is missed", whoIsAffected: "People who ring", controls: "A script" },
  earlyWarning: "Someone comes back worse",
  domain: scene.random.pick("quality and safety" as const, "people" as const),
  consequence: scene.random.pick(1, 2, 2, 3, 3, 4, 5),
  likelihood: scene.random.pick(1, 1, 2, 2, 3, 4),
  carriedBy: carriers(scene),
});
const kept = <Row extends { removedAt: unknown }>(scene: Scene, rows: readonly Row[]) =>
  scene.random.one(rows.filter(({ removedAt }) => removedAt === null));
const period = ({ random, today }: Scene) => {
  const fromOn = later(today, { days: random.pick(-7, 0, 0, 7) });
  return { fromOn, endsOn: later(fromOn, { days: random.pick(14, 60, 200) }) };
};
const measureOf = ({ random, measures, system }: Scene) =>
  random.one(measures.filter(({ systemId }) => systemId === system.systemId))?.id;
const definition = (scene: Scene) => ({
  ...{ name: scene.random.pick("People rung back", "Calls rung back"), operationalDefinition: "Rung before 11am" },
  ...{ unit: "people", direction: scene.random.pick("up", "down") },
});
const newMeasure = (scene: Scene) => ({
  ...{ ...definition(scene), counting: "count", rhythm: "day", contributors: carriers(scene) },
});
const withDraft = (scene: Scene, input: object) => {
  const draft = scene.drafts.findLast(({ experimentId }) => experimentId === scene.experimentId);
  return draft ? { ...on(scene), draftId: draft.draftId, version: draft.version, ...input } : null;
};

/** What a team does to its experiment and its terms. */
export const actsOnExperiments: Record<string, Act> = {
  "experiments.register": {
    weight: 0.3,
    role: "anyone",
    input: (scene) => ({
      ...words(scene),
      systemId: scene.system.systemId,
      leadOrganisationId: scene.random.pick(...(scene.system.organisations as [string])),
    }),
  },
  "experiments.edit": {
    weight: 3,
    role: "team",
    input: (scene) => ({ ...on(scene), ...words(scene), version: scene.t.experiments[0]?.version }),
  },
  "experiments.share": { weight: 1, role: "team", input: on },
  "experiments.addTeamMember": {
    weight: 4,
    role: "team",
    input: (scene) => ({ ...on(scene), personId: colleague(scene), leads: scene.random.chance(0.3) }),
  },
  "experiments.endTeamMembership": {
    weight: 2,
    role: "team",
    input: (scene) => ({ ...on(scene), personId: scene.random.one(scene.t.team)?.personId ?? anyPerson(scene) }),
  },
  "experiments.start": { weight: 4, role: "team", input: on },
  "experiments.pause": {
    weight: 3,
    role: "anyone",
    input: (scene) => ({
      ...on(scene),
      ...reason,
      pauseReason: scene.random.pick("someone could be harmed", "something else", "a stop rule was met"),
    }),
  },
  "experiments.resume": { weight: 4, role: "team", input: (scene) => ({ ...on(scene), ...reason }) },
  "experiments.stop": { weight: 0.2, role: "team", input: (scene) => ({ ...on(scene), ...reason }) },
  "experiments.conclude": {
    weight: 0.3,
    role: "team",
    input: (scene) => ({
      ...on(scene),
      outcome: scene.random.pick("adopt", "abandon"),
      ...{ whatHappened: "Fewer went", learned: "It helps", changeStops: true, measuringStops: false },
    }),
  },
  "risks.record": { weight: 2, role: "team", input: (scene) => ({ ...on(scene), ...risk(scene) }) },
  "risks.edit": {
    weight: 2,
    role: "team",
    input: (scene) => {
      const edited = kept(scene, scene.t.risks);
      return edited ? { ...on(scene), ...risk(scene), riskId: edited.id, version: edited.version } : null;
    },
  },
  "risks.remove": {
    weight: 1.5,
    role: "team",
    input: (scene) => {
      const removed = kept(scene, scene.t.risks);
      return removed ? { ...on(scene), riskId: removed.id } : null;
    },
  },
  "risks.setRiskOfNotTrying": {
    weight: 1,
    role: "team",
    input: (scene) => ({ ...on(scene), riskOfNotTrying: "People give up" }),
  },
  "risks.setNoHarmForeseen": {
    weight: 0.7,
    role: "team",
    input: (scene) => ({ ...on(scene), noHarmForeseen: scene.random.chance(0.8) }),
  },
  "risks.begin": { weight: 0.8, role: "team", input: (scene) => ({ ...on(scene), ...risk(scene) }) },
  "risks.describeHarm": { weight: 0.3, role: "team", input: (scene) => withDraft(scene, risk(scene)) },
  "risks.scoreRisk": { weight: 1.2, role: "team", input: (scene) => withDraft(scene, risk(scene)) },
  "risks.describeControls": { weight: 1.2, role: "team", input: (scene) => withDraft(scene, risk(scene)) },
  "risks.finish": { weight: 2, role: "team", input: (scene) => withDraft(scene, { carriedBy: carriers(scene) }) },
  "risks.dropDraft": { weight: 0.1, role: "team", input: (scene) => withDraft(scene, {}) },
  "dips.expect": {
    weight: 1,
    role: "team",
    input: (scene) => {
      const measureId = scene.random.chance(0.5) ? measureOf(scene) : scene.measures.at(-1)?.id;
      const dip = { ...on(scene), ...period(scene), carriedBy: carriers(scene) };
      return measureId ? { ...dip, measureId, worstValue: scene.random.whole(1, 20) } : null;
    },
  },
  "dips.removeDip": {
    weight: 1,
    role: "team",
    input: (scene) => {
      const dip = kept(scene, scene.t.dips);
      return dip ? { ...on(scene), dipId: dip.id } : null;
    },
  },
  "dips.setStopRule": {
    weight: 1,
    role: "team",
    input: (scene) => {
      const measureId = scene.random.chance(0.7) ? measureOf(scene) : undefined;
      const numbers = { measureId, metWhen: "at or above", threshold: scene.random.pick(5, 10), periodsRunning: 1 };
      const rule = { kind: scene.random.pick("safety", "safety", "talk"), words: "10 misses" };
      return { ...on(scene), ...rule, ...(measureId ? numbers : {}) };
    },
  },
  "dips.removeStopRule": {
    weight: 0.7,
    role: "team",
    input: (scene) => {
      const rule = kept(scene, scene.t.stopRules);
      return rule ? { ...on(scene), stopRuleId: rule.id } : null;
    },
  },
  "measures.define": {
    weight: 0.3,
    role: "anyone",
    input: (scene) => ({ ...newMeasure(scene), systemId: scene.system.systemId }),
  },
  "measures.defineForExperiment": {
    weight: 0.5,
    role: "team",
    input: (scene) => ({ ...on(scene), ...newMeasure(scene), role: scene.random.pick("outcome", "balancing") }),
  },
  "measures.chooseForExperiment": {
    weight: 1,
    role: "team",
    input: (scene) => ({ ...on(scene), measureId: measureOf(scene) ?? "", role: "outcome" }),
  },
  "measures.takeOffExperiment": {
    weight: 0.5,
    role: "team",
    input: (scene) => ({ ...on(scene), measureId: measureOf(scene) ?? "" }),
  },
  "measures.redefine": {
    weight: 0.7,
    role: "team",
    input: (scene) => ({
      ...{ measureId: measureOf(scene) ?? "", ...definition(scene), version: scene.random.pick(1, 1, 2, 3) },
      ...{ preset: "NHS England tools", chartKind: "XmR", suppressSmall: false, ...reason },
    }),
  },
  "measures.addContributor": {
    weight: 0.3,
    role: "team",
    input: (scene) => ({
      ...{ measureId: measureOf(scene) ?? "", organisationId: scene.random.one(scene.system.organisations) },
      fromOn: scene.today,
    }),
  },
  "measures.endContribution": {
    weight: 0.2,
    role: "team",
    input: (scene) => ({
      ...{ measureId: measureOf(scene) ?? "", organisationId: scene.random.one(scene.system.organisations) },
      endsOn: scene.today,
    }),
  },
  "measures.log": {
    weight: 2,
    role: "team",
    input: (scene) => ({
      ...{ measureId: measureOf(scene) ?? "", organisationId: scene.random.one(scene.system.organisations) },
      ...{ periodOn: later(scene.today, { days: -scene.random.whole(1, 2) }), value: scene.random.whole(0, 14) },
    }),
  },
  "measures.correct": {
    weight: 1.5,
    role: "team",
    input: (scene) => ({
      ...{ measureId: measureOf(scene) ?? "", organisationId: scene.random.one(scene.system.organisations) },
      ...{ periodOn: later(scene.today, { days: -scene.random.whole(1, 2) }), value: scene.random.whole(0, 14) },
      ...{ version: 1, ...reason },
    }),
  },
};
