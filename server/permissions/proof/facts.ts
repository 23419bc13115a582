import type { Tables } from "./table-queries";

// Written from the sentences of ../README.md, and from nothing of the product: it reads what stands in the tables.

export type Row<Name extends keyof Tables> = NonNullable<Tables[Name]>[number];
type Party = { id: string };
export type Named = Party & { name: string };
type Measured = { measure: Party; threshold: number | null; metWhen: string | null; periodsRunning: number | null };
/** Terms as a request or a use kept them, as far as the rules speak of them. */
export type TermsThen = {
  risks: { id: string; domain: string; consequence: number; likelihood: number; carriedBy: Party[] }[];
  expectedDips: {
    id: string;
    measure: Party;
    worstValue: number;
    fromOn: string;
    endsOn: string;
    carriedBy: Party[];
  }[];
  stopRules: { id: string; kind: string; words: string; onMeasure: Measured | null }[];
  measures: { id: string }[];
  reversible?: boolean | null;
  noHarmForeseen?: boolean | null;
  changeIdea: string;
  place: string;
  team?: Named[];
  takingPart?: Named[];
};
type Grant = { id: string; requestId: string | null; fromOn: string; endsOn: string; hash: string };

const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
export const instantOf = (when: string) => when.split(" ")[0] ?? "";
export const dayOf = (when: string) => london.format(Date.parse(instantOf(when)));
export const later = (day: string, { days = 0, months = 0 }) => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months, date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
export const holdsOn = (day: string, one: { fromOn: string; endsOn: string | null }, grace = 0) =>
  one.fromOn <= day && (one.endsOn === null || one.endsOn >= later(day, { days: -grace }));
export const isStart = ({ turn }: { turn: string }) => turn === "started" || turn === "resumed";
export const scoreOf = (risk: { consequence: number; likelihood: number }) => risk.consequence * risk.likelihood;

/** Later than every instant: as to what begins now, only today's links count. */
export const linkedToday = "9999";

/** The facts of one experiment, asked in the rules' words. Every moment is an instant with the id of a row, which sorts by age. */
export function factsOf(t: Tables, { revived = false } = {}) {
  const [experiment] = t.experiments;
  if (!experiment) throw new Error("there is no such experiment");
  /** I6: which accounts are one human being as to what began at an instant: linked today, or unlinked later than that. */
  const humansSince = (since: string) => {
    const human = new Map(t.people.map((one) => [one.id, one.samePersonAs ?? one.id]));
    const of = (id: string) => human.get(id) ?? id;
    for (const { personId, otherId } of t.formerLinks.filter(({ untilAt }) => untilAt >= instantOf(since))) {
      const [one, other] = [of(personId), of(otherId)];
      for (const [id, first] of human) if (first === other) human.set(id, one);
    }
    return of;
  };
  const human = humansSince(experiment.registeredAt);
  const same = (one: string, other: string) => human(one) === human(other);
  const idOf = (when: string) => when.split(" ")[1] ?? "";

  const wasOnTeam = (person: string, when: string) =>
    t.team.some(
      (one) =>
        same(one.personId, person) && (one.fromOn < dayOf(when) || (one.fromOn === dayOf(when) && one.id < idOf(when))),
    );
  const wrote = (person: string, when: string) =>
    same(experiment.registeredBy, person) ||
    t.edits.some((one) => one.when < when && same(one.editedBy, person)) ||
    t.requests.some((one) => one.when < when && same(one.requestedBy, person)) ||
    t.risks.some((one) => one.when < when && same(one.recordedBy, person));
  // Who ends something as of now writes yesterday as its last day: a day of grace for what was said before, on that day
  const leads = (person: string, organisationId: string, day: string) =>
    t.memberships.some(
      (one) =>
        one.role === "leader" &&
        one.organisationId === organisationId &&
        one.personId === person &&
        holdsOn(day, one, 1),
    );
  /** I9: whether an organisation is open, with a leader or somebody in a leader's place. */
  const isThere = (organisationId: string, day: string) =>
    t.serving.some((one) => one.organisationId === organisationId && holdsOn(day, one)) &&
    t.memberships.some(
      ({ role, personId, ...one }) =>
        role === "leader" &&
        one.organisationId === organisationId &&
        holdsOn(day, one) &&
        [personId, ...deputiesOf(personId, organisationId, day)].some((id) => !suspended(id)),
    );
  const suspended = (person: string) => t.people.find(({ id }) => id === person)?.suspendedAt ?? null;
  const deputiesOf = (leader: string, organisationId: string, day: string) =>
    t.deputies
      .filter(
        (one) =>
          one.systemId === experiment.systemId &&
          one.leaderId === leader &&
          one.organisationId === organisationId &&
          holdsOn(day, one),
      )
      .map(({ deputyId }) => deputyId);
  const standsIn = (deputy: string, leader: string, organisationId: string, day: string) =>
    t.deputies.some(
      (one) =>
        one.systemId === experiment.systemId &&
        one.organisationId === organisationId &&
        one.leaderId === leader &&
        one.deputyId === deputy &&
        holdsOn(day, one, 1),
    );

  /** I11: what somebody or something was called at an instant; both names where one became the other in that instant. */
  const calledAt = (id: string, isNow: string, when: string) => {
    const former = [
      ...t.formerNames.filter(({ namedId, field }) => namedId === id && field === "name"),
      ...t.formerTitles.filter(({ titledId }) => titledId === id),
    ].filter(({ untilAt }) => untilAt >= instantOf(when));
    const names = [...former.map(({ was }) => was), isNow];
    return names.slice(0, former[0]?.untilAt === instantOf(when) ? 2 : 1);
  };

  /** Terms that were in force at some time during an instant; the newest version when asked without one. */
  const hashesAt = (when: string) => {
    const before = t.versions.filter((one) => instantOf(one.when) < instantOf(when)).at(-1);
    const during = t.versions.filter((one) => instantOf(one.when) === instantOf(when));
    return [...(before ? [before] : []), ...during].map(({ materialHash }) => materialHash);
  };
  const hashNow = t.versions.at(-1)?.materialHash ?? experiment.materialHash;
  const hashOf = (turn: Row<"turns">) => turn.materialHash ?? "";

  const lead = experiment.leadOrganisationId;
  const carriersOf = (things: string[][]) =>
    new Set(things.length === 0 ? [lead] : things.flatMap((carriers) => (carriers.length === 0 ? [lead] : carriers)));
  const alive = ({ removedAt }: { removedAt: string | null }) => removedAt === null;
  const carriedBy = (rows: { organisationId: string }[]) => rows.map((row) => ({ id: row.organisationId }));
  const termsNow: TermsThen = {
    ...experiment,
    risks: t.risks
      .filter(alive)
      .map((risk) => ({ ...risk, carriedBy: carriedBy(t.riskCarriers.filter(({ riskId }) => riskId === risk.id)) })),
    expectedDips: t.dips.filter(alive).map((dip) => {
      const carriers = t.dipCarriers.filter(({ dipId }) => dipId === dip.id);
      return { ...dip, measure: { id: dip.measureId }, carriedBy: carriedBy(carriers) };
    }),
    stopRules: t.stopRules
      .filter(alive)
      .map((rule) => ({ ...rule, onMeasure: rule.measureId ? { ...rule, measure: { id: rule.measureId } } : null })),
    measures: t.measures.map((measure) => {
      const role = t.measuresUsed.find(({ measureId }) => measureId === measure.id)?.role;
      return { ...measure, role };
    }),
  };
  const carriersIn = ({ risks, expectedDips }: TermsThen) =>
    carriersOf([...risks, ...expectedDips].map((one) => one.carriedBy.map(({ id }) => id)));
  const carriersNow = carriersIn(termsNow);
  const kept = [...t.requests, ...t.uses].flatMap(({ materialHash, terms }) =>
    terms ? [{ materialHash, terms: terms as TermsThen }] : [],
  );
  /** The carriers of terms by their hash, where the tables still tell. */
  const carriersThen = (hash: string) => {
    if (hash === hashNow) return carriersNow;
    const terms = kept.find((one) => one.materialHash === hash)?.terms;
    return terms ? carriersIn(terms) : null;
  };

  const standingEnded = (standingId: string, useId: string | null, before: string) =>
    t.standingWithdrawals.some(
      (one) => one.standingId === standingId && (one.useId === null || one.useId === useId) && one.when < before,
    );
  /** I4: how often an organisation has moved its last day before a request, in a row without 14 days between. */
  const rowBefore = (request: Row<"requests">, organisationId: string) => {
    const given = t.answers.flatMap((answer) => {
      const to = t.requests.find(({ id }) => id === answer.requestId);
      const accepted = t.accepted.some((one) => one.answerId === answer.id && one.when < request.when);
      const yes = answer.answer === "yes" || (answer.answer === "yes with conditions" && accepted);
      if (!to || !yes || answer.organisationId !== organisationId || answer.when > request.when) return [];
      return boardAgreed(to, request.when) ? [{ fromOn: to.fromOn, endsOn: answer.endsOn ?? to.endsOn }] : [];
    });
    const moved = given.filter(({ endsOn }, index) => given.slice(0, index).every((one) => one.endsOn < endsOn));
    let [begins, count] = [request.fromOn, 0];
    for (const { fromOn, endsOn } of moved.toReversed()) {
      if (endsOn >= request.endsOn || later(endsOn, { days: 13 }) < begins) break;
      [begins, count] = [[fromOn, begins].toSorted()[0] ?? begins, count + 1];
    }
    return count;
  };
  const needsBoard = (request: Row<"requests">) =>
    (request.terms as TermsThen).risks.some((risk) => scoreOf(risk) >= 15) ||
    [...(carriersThen(request.materialHash) ?? [])].some((organisation) => rowBefore(request, organisation) >= 3);
  const boardAgreed = (request: Row<"requests">, before: string) =>
    t.reviews
      .filter(({ requestId }) => requestId === request.id)
      .every((review) => {
        const last = t.reviewAnswers.findLast((one) => one.reviewId === review.id && one.when < before)?.answer;
        return last === "go on" || last === "spread";
      });

  /** I3: what an organisation's people have said before a moment, in order: what is granted still, and what was said last. */
  function wordOf(organisationId: string, before: string) {
    const own = (one: { organisationId: string | null; when: string }) => one.organisationId === organisationId;
    const uses = t.uses.filter(own);
    const acts = [
      ...t.answers.filter(own).map((answer) => ({ when: answer.when, says: answer.answer, answer, use: null })),
      ...[
        ...t.withdrawals.filter(own),
        ...t.decisions.filter(own).filter(({ decision }) => decision === "end permission"),
        ...t.standingWithdrawals.filter(({ useId }) => uses.some(({ id }) => id === useId)),
      ].map(({ when }) => ({ when, says: "end" as const, answer: null, use: null })),
      ...t.handovers
        .filter(({ toId }) => toId === organisationId)
        .map(({ when }) => ({ when, says: "took it over" as const, answer: null, use: null })),
      ...uses.map((use) => ({ when: use.when, says: "use" as const, answer: null, use })),
    ];
    let grants: Grant[] = [];
    let last: string | null = null;
    for (const { when, says, answer, use } of acts.toSorted((a, b) => (a.when < b.when ? -1 : 1))) {
      if (when >= before) break;
      if (says !== "use") last = says;
      const request = t.requests.find(({ id }) => id === answer?.requestId);
      const renewed = t.requests.find(({ id }) => id === request?.renewsId);
      const onlyLonger = renewed && renewed.materialHash === request?.materialHash;
      if (says === "end" || (says === "not this time" && !onlyLonger))
        // With `revived`, a later yes brings back what was started without asking
        grants = revived ? grants.filter(({ requestId }) => requestId === null) : [];
      if (use) grants.push({ ...use, requestId: null, hash: use.materialHash });
      const accepted = t.accepted.some((one) => one.answerId === answer?.id && one.when < before);
      if (!answer || !request || (says !== "yes" && !(says === "yes with conditions" && accepted))) continue;
      const endsOn = answer.endsOn ?? request.endsOn;
      grants.push({ id: answer.id, requestId: request.id, fromOn: request.fromOn, endsOn, hash: request.materialHash });
    }
    const plain = last === null || last === "yes";
    const alive = grants.filter(({ id, requestId }) => {
      const request = t.requests.find((one) => one.id === requestId);
      const takenBack = t.withdrawals.some(
        (one) => one.organisationId === null && one.requestId === requestId && one.when < before,
      );
      if (request) return !takenBack && boardAgreed(request, before);
      const use = uses.find((one) => one.id === id);
      return plain && use && !standingEnded(use.standingId, use.id, before);
    });
    return { grants: alive, plain };
  }
  const coversOn = (organisationId: string, day: string, hash: string, before: string) =>
    wordOf(organisationId, before).grants.some((one) => one.hash === hash && holdsOn(day, one));

  return {
    ...{
      t,
      experiment,
      humansSince,
      human,
      same,
      calledAt,
      wasOnTeam,
      wrote,
      leads,
      standsIn,
      hashesAt,
      hashNow,
      hashOf,
      termsNow,
      kept,
    },
    ...{ carriersNow, carriersThen, standingEnded, isThere, needsBoard, wordOf, coversOn },
  };
}
export type Facts = ReturnType<typeof factsOf>;
