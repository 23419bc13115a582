import { type Act, anyPerson, newest, on, reason, type Scene } from "./act";
import { later } from "./facts";

/** The organisations that were asked: those that a request's terms name as carriers. */
const askedOf = ({ t, system }: Scene): string[] => {
  const carrying = [...t.riskCarriers, ...t.dipCarriers].map(({ organisationId }) => organisationId);
  return carrying.length > 0 ? carrying : system.organisations;
};
/** Somebody who may lead or stand in for an organisation. */
export const whoLeads = ({ t, random, today }: Scene, organisationId: string | undefined) =>
  random.chance(0.75)
    ? random.one(t.memberships.filter((one) => one.role === "leader" && one.organisationId === organisationId))
        ?.personId
    : random.one(t.deputies.filter((one) => one.organisationId === organisationId && one.endsOn >= today))?.deputyId;
const seated = ({ t, random }: Scene) => random.one(t.seats)?.personId;

const toARequest = (scene: Scene, input: object) => {
  const request = newest(scene, scene.t.requests);
  return request ? { ...on(scene), requestId: request.id, ...reason, ...input } : null;
};
const draftVersion = ({ random }: Scene) => ({ version: random.pick(0, 0, 1, 2, 3) });

export const answerFor = (scene: Scene, organisationId = scene.random.one(askedOf(scene))) => {
  const request = newest(scene, scene.t.requests);
  if (!request) return null;
  const { random } = scene;
  const yes = random.pick("yes", "yes", "yes", "yes", "yes with conditions", "question", "not this time");
  return {
    ...{ ...on(scene), requestId: request.id, organisationId, answer: yes, inWords: "So I think" },
    endsOn: yes === "yes with conditions" && random.chance(0.5) ? later(request.endsOn, { days: -1 }) : undefined,
    ...{ acknowledgesCombinedDips: true, termsHash: random.chance(0.97) ? request.termsHash : "0".repeat(64) },
    by: whoLeads(scene, organisationId),
  };
};

export const decisionFor = (scene: Scene, organisationId = scene.random.one(askedOf(scene))) => {
  const decision = scene.random.pick("go on", "go on", "go on", "go on", "keep paused", "end permission");
  return { ...on(scene), organisationId, decision, ...reason, by: whoLeads(scene, organisationId) };
};

const allowed = (random: Scene["random"]) => ({
  "quality and safety": random.pick(4, 9, 12, 12),
  people: random.pick(9, 12, 12, undefined),
});

/** Asking, answering, taking back, pausing, and what is allowed without asking. */
export const actsOnPermission: Record<string, Act> = {
  "permissions.ask": {
    weight: 3,
    role: "team",
    input: (scene) => {
      const { random, today, t } = scene;
      const fromOn = later(today, { days: random.pick(0, 0, 0, 0, 0, 0, 0, 2, -1) });
      const endsOn = random.chance(0.1)
        ? random.pick(later(fromOn, { months: 13 }), later(fromOn, { months: 12 }), "9999-12-31")
        : later(fromOn, { days: random.pick(3, 6, 20, 60, 60, 180, 363) });
      const given = t.requests.filter(({ id }) =>
        t.answers.some((one) => one.requestId === id && one.answer === "yes"),
      );
      const renewsId = random.chance(0.4) ? newest(scene, given)?.id : undefined;
      const dates = { fromOn, endsOn, renewsId, whyLonger: renewsId && "It helps" };
      return { ...on(scene), ...dates, boardId: scene.system.boardId, acknowledgesCombinedDips: true };
    },
  },
  "permissions.answer": { weight: 8, role: "leader", input: (scene) => answerFor(scene) },
  "permissions.acceptConditions": {
    weight: 3,
    role: "team",
    input: (scene) => {
      const answer = newest(
        scene,
        scene.t.answers.filter((one) => one.answer === "yes with conditions"),
      );
      return answer ? { ...on(scene), answerId: answer.id } : null;
    },
  },
  "permissions.reply": {
    weight: 1.5,
    role: "team",
    input: (scene) => {
      const answer = newest(
        scene,
        scene.t.answers.filter((one) => one.answer === "question"),
      );
      return answer ? { ...on(scene), answerId: answer.id, inWords: "We thought of it" } : null;
    },
  },
  "permissions.takeBack": { weight: 1, role: "team", input: (scene) => toARequest(scene, {}) },
  "permissions.withdraw": {
    weight: 1.5,
    role: "leader",
    input: (scene) => {
      const organisationId = scene.random.one(askedOf(scene));
      return toARequest(scene, { organisationId, by: whoLeads(scene, organisationId) });
    },
  },
  "permissions.letItEnd": { weight: 0.5, role: "team", input: (scene) => toARequest(scene, {}) },
  "permissions.reportFix": {
    weight: 1.5,
    role: "team",
    input: (scene) => ({ ...on(scene), words: "A second script" }),
  },
  "permissions.decideInPause": {
    weight: 3,
    role: "leader",
    input: (scene) => decisionFor(scene),
  },
  "permissions.saveDraft": {
    weight: 0.5,
    role: "team",
    input: (scene) => ({
      ...{ ...on(scene), fromOn: scene.today, endsOn: later(scene.today, { days: 30 }), ...draftVersion(scene) },
    }),
  },
  "permissions.renewInDraft": {
    weight: 0.5,
    role: "team",
    input: (scene) => {
      const request = newest(scene, scene.t.requests);
      return request ? { ...on(scene), renewsId: request.id, whyLonger: "It helps", ...draftVersion(scene) } : null;
    },
  },
  "permissions.askAnew": { weight: 0.2, role: "team", input: (scene) => ({ ...on(scene), ...draftVersion(scene) }) },
  "permissions.weigh": { weight: 0.2, role: "team", input: on },
  "boards.askReview": {
    weight: 1,
    role: "team",
    input: (scene) => ({ ...on(scene), boardId: scene.system.boardId, question: "Is it worth it?" }),
  },
  "boards.answerReview": {
    weight: 3,
    role: "board",
    input: (scene) => {
      const review = newest(scene, scene.t.reviews);
      if (!review) return null;
      const version = scene.t.reviewAnswers.filter(({ reviewId }) => reviewId === review.id).length;
      const answer = scene.random.pick("go on", "go on", "go on", "spread", "change", "stop", "more needed");
      return { ...on(scene), reviewId: review.id, answer, version, ...reason, by: seated(scene) };
    },
  },
  "standing.give": {
    weight: 1.5,
    role: "leader",
    input: (scene) => {
      const { random, today, system } = scene;
      const organisationId = random.chance(0.7) ? random.one(system.organisations) : undefined;
      return {
        ...{
          systemId: system.systemId,
          organisationId,
          highestScores: allowed(random),
        },
        ...{ longestWeeks: random.pick(4, 26, 52), fromOn: today },
        endsOn: random.chance(0.3) ? later(today, { days: 40 }) : undefined,
        by: organisationId ? whoLeads(scene, organisationId) : seated(scene),
      };
    },
  },
  "standing.confirm": {
    weight: 1,
    role: "board",
    input: (scene) => {
      const floors = scene.t.standing.filter(({ organisationId }) => organisationId === null);
      const floor = newest(scene, floors);
      return floor ? { systemId: floor.systemId, standingId: floor.id, by: seated(scene) } : null;
    },
  },
  "standing.withdraw": {
    weight: 0.6,
    role: "leader",
    input: (scene) => {
      const one = newest(scene, scene.t.standing);
      return one ? { systemId: one.systemId, standingId: one.id, ...reason, by: one.givenBy } : null;
    },
  },
  "standing.withdrawUse": {
    weight: 1,
    role: "leader",
    input: (scene) => {
      const use = newest(scene, scene.t.uses);
      return use ? { ...on(scene), useId: use.id, ...reason, by: whoLeads(scene, use.organisationId) } : null;
    },
  },
  "organisations.nameDeputy": {
    weight: 1.5,
    role: "leader",
    input: (scene) => {
      const organisationId = scene.random.one(scene.system.organisations);
      const there = scene.t.memberships.filter((one) => one.organisationId === organisationId);
      const deputyId = scene.random.one(there)?.personId ?? anyPerson(scene);
      const days = { fromOn: scene.today, endsOn: later(scene.today, { days: scene.random.pick(0, 7, 60) }) };
      const by = scene.random.one(there.filter(({ role }) => role === "leader"))?.personId;
      return { systemId: scene.system.systemId, organisationId, deputyId, ...days, by };
    },
  },
  "organisations.endDeputy": {
    weight: 0.5,
    role: "leader",
    input: (scene) => {
      const row = newest(scene, scene.t.deputies);
      return row ? { systemId: row.systemId, deputyRowId: row.id, by: row.leaderId } : null;
    },
  },
};
