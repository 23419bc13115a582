import type { Tables } from "./table-queries";

// Written from the sentences of ../README.md, and from nothing of the product: it reads what stands in the tables.

export type Row<Name extends keyof Tables> = Tables[Name][number];
export type Named = { id: string; name: string };
type Carried = { carriedBy: { id: string }[] };
type Measured = { measure: { id: string } };
/** Terms as a request or a use kept them, as far as the rules speak of them. */
export type TermsThen = Pick<Row<"experiments">, "changeIdea" | "place" | "reversible" | "noHarmForeseen"> & {
  risks: (Row<"risks"> & Carried)[];
  expectedDips: (Row<"dips"> & Carried & Measured)[];
  stopRules: (Row<"stopRules"> & { onMeasure: (Row<"stopRules"> & Measured) | null })[];
  measures: Row<"measures">[];
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
/** The rows that have these values. */
export const where = <Of extends object>(rows: readonly Of[], values: Partial<Of>) => {
  const wanted = Object.entries(values) as [keyof Of, unknown][];
  return rows.filter((row) => wanted.every(([name, value]) => row[name] === value));
};
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
  const wasOnTeam = (person: string, when: string) =>
    t.team.some((one) => human(one.personId) === human(person) && one.when < `${dayOf(when)} ${when.split(" ")[1]}`);
  const authors = [
    { when: "", by: experiment.registeredBy },
    ...t.edits.map(({ when, editedBy: by }) => ({ when, by })),
    ...t.requests.map(({ when, requestedBy: by }) => ({ when, by })),
    ...t.risks.map(({ when, recordedBy: by }) => ({ when, by })),
  ];
  const wrote = (person: string, when: string) =>
    authors.some((one) => one.when < when && human(one.by) === human(person));
  // Who ends something as of now writes yesterday as its last day: a day of grace for what was said before, on that day
  const leads = (personId: string, organisationId: string, day: string) =>
    where(t.memberships, { role: "leader", organisationId, personId }).some((one) => holdsOn(day, one, 1));
  const deputies = where(t.deputies, { systemId: experiment.systemId });
  const standsIn = (deputyId: string, leaderId: string, organisationId: string, day: string) =>
    where(deputies, { organisationId, leaderId, deputyId }).some((one) => holdsOn(day, one, 1));
  /** I9: whether an organisation is open, with a leader or somebody in a leader's place. */
  const isThere = (organisationId: string, day: string) => {
    const today = (one: { fromOn: string; endsOn: string | null }) => holdsOn(day, one);
    const leaders = where(t.memberships, { role: "leader", organisationId }).filter(today);
    const worksHere = ({ deputyId }: Row<"deputies">) =>
      where(t.memberships, { organisationId, personId: deputyId }).some(today);
    const inPlace = leaders.flatMap(({ personId }) =>
      where(deputies, { organisationId, leaderId: personId }).filter((one) => today(one) && worksHere(one)),
    );
    const answering = [...leaders.map(({ personId }) => personId), ...inPlace.map(({ deputyId }) => deputyId)];
    const isSuspended = (id: string) => t.people.some((one) => one.id === id && one.suspendedAt !== null);
    return where(t.serving, { organisationId }).some(today) && answering.some((id) => !isSuspended(id));
  };
  /** I11: what somebody or something was called at an instant; both names where one became the other in that instant. */
  const calledAt = (id: string, isNow: string, when: string) => {
    const names = [...where(t.formerNames, { namedId: id, field: "name" }), ...where(t.formerTitles, { titledId: id })];
    const former = names.filter(({ untilAt }) => untilAt >= instantOf(when));
    const since = [...former.map(({ was }) => was), isNow];
    return since.slice(0, former[0]?.untilAt === instantOf(when) ? 2 : 1);
  };

  /** Terms that were in force at some time during an instant; the newest version when asked without one. */
  const hashesAt = (when: string) => {
    const before = t.versions.findLast((one) => instantOf(one.when) < instantOf(when));
    const during = t.versions.filter((one) => instantOf(one.when) === instantOf(when));
    return [...(before ? [before] : []), ...during].map(({ materialHash }) => materialHash);
  };
  const hashNow = t.versions.at(-1)?.materialHash ?? experiment.materialHash;
  const hashOf = (turn: Row<"turns">) => turn.materialHash ?? "";
  const carriedBy = (rows: { organisationId: string }[]) => rows.map((row) => ({ id: row.organisationId }));
  const termsNow: TermsThen = {
    ...experiment,
    risks: where(t.risks, { removedAt: null }).map((risk) => {
      return { ...risk, carriedBy: carriedBy(where(t.riskCarriers, { riskId: risk.id })) };
    }),
    expectedDips: where(t.dips, { removedAt: null }).map((dip) => {
      return { ...dip, measure: { id: dip.measureId }, carriedBy: carriedBy(where(t.dipCarriers, { dipId: dip.id })) };
    }),
    stopRules: where(t.stopRules, { removedAt: null }).map((rule) => {
      return { ...rule, onMeasure: rule.measureId ? { ...rule, measure: { id: rule.measureId } } : null };
    }),
    measures: t.measures.map((measure) => ({ ...measure, ...where(t.measuresUsed, { measureId: measure.id })[0] })),
  };
  const carriersIn = ({ risks, expectedDips }: TermsThen) => {
    const carried = [...risks, ...expectedDips].map((one) => one.carriedBy.map(({ id }) => id));
    const byOthers = carried.filter((carriers) => carriers.length > 0);
    const byLead = byOthers.length < carried.length || carried.length === 0 ? [experiment.leadOrganisationId] : [];
    return new Set([...byLead, ...byOthers.flat()]);
  };
  const carriersNow = carriersIn(termsNow);
  const kept = [...t.requests, ...t.uses].flatMap(({ materialHash, terms }) =>
    terms ? [{ materialHash, terms: terms as TermsThen }] : [],
  );
  /** The terms of a hash and their carriers, where the tables still tell. */
  const termsThen = (hash: string) => (hash === hashNow ? termsNow : where(kept, { materialHash: hash })[0]?.terms);
  const carriersThen = (hash: string) => {
    const terms = termsThen(hash);
    return terms ? carriersIn(terms) : null;
  };

  const standingEnded = (standingId: string, useId: string | null, before: string) =>
    where(t.standingWithdrawals, { standingId }).some(
      (one) => (one.useId === null || one.useId === useId) && one.when < before,
    );
  const boardAgreed = (request: Row<"requests">, before: string) =>
    where(t.reviews, { requestId: request.id }).every(({ id }) => {
      const last = where(t.reviewAnswers, { reviewId: id }).findLast(({ when }) => when < before)?.answer;
      return last === "go on" || last === "spread";
    });
  /** The grant that an answer is, once conditions are accepted; null where it is none. */
  const grantOf = ({ id, answer, requestId, ...given }: Row<"answers">, before: string): Grant | null => {
    const [request] = where(t.requests, { id: requestId });
    const accepted = where(t.accepted, { answerId: id }).some(({ when }) => when < before);
    if (!request || (answer !== "yes" && !(answer === "yes with conditions" && accepted))) return null;
    const endsOn = given.endsOn ?? request.endsOn;
    return { id, requestId, fromOn: request.fromOn, endsOn, hash: request.materialHash };
  };
  /** I4: how often an organisation has moved its last day before a request, in a row without 14 days between. */
  const rowBefore = (request: Row<"requests">, organisationId: string) => {
    const given = where(t.answers, { organisationId }).flatMap((answer) => {
      const [to] = where(t.requests, { id: answer.requestId });
      const grant = answer.when < request.when && to && boardAgreed(to, request.when) && grantOf(answer, request.when);
      return grant ? [grant] : [];
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

  /** I3: what an organisation's people have said before a moment, in order: what is granted still, and what was said last. */
  function wordOf(organisationId: string, before: string) {
    const uses = where(t.uses, { organisationId });
    const ends = [
      ...where(t.withdrawals, { organisationId }),
      ...where(t.decisions, { organisationId, decision: "end permission" }),
      ...t.standingWithdrawals.filter(({ useId }) => uses.some(({ id }) => id === useId)),
    ];
    const acts: { when: string; says?: string; answer?: Row<"answers">; use?: Row<"uses"> }[] = [
      ...where(t.answers, { organisationId }).map((answer) => ({ when: answer.when, says: answer.answer, answer })),
      ...ends.map(({ when }) => ({ when, says: "end" })),
      ...where(t.handovers, { toId: organisationId }).map(({ when }) => ({ when, says: "took it over" })),
      ...uses.map((use) => ({ when: use.when, use })),
    ];
    let grants: Grant[] = [];
    let last: string | null = null;
    for (const { when, says, answer, use } of acts.toSorted((a, b) => (a.when < b.when ? -1 : 1))) {
      if (when >= before) break;
      last = says ?? last;
      const [request] = answer ? where(t.requests, { id: answer.requestId }) : [];
      const onlyLonger = where(t.requests, { id: request?.renewsId ?? "" })[0]?.materialHash === request?.materialHash;
      if (says === "end" || (says === "not this time" && !onlyLonger))
        // With `revived`, a later yes brings back what was started without asking
        grants = revived ? grants.filter(({ requestId }) => requestId === null) : [];
      if (use) grants.push({ ...use, requestId: null, hash: use.materialHash });
      const grant = answer && grantOf(answer, before);
      if (grant) grants.push(grant);
    }
    const plain = last === null || last === "yes";
    const alive = grants.filter(({ id, requestId }) => {
      const [request] = where(t.requests, { id: requestId ?? "" });
      const takenBack = where(t.withdrawals, { organisationId: null, requestId: requestId ?? "" }).some(
        ({ when }) => when < before,
      );
      if (request) return !takenBack && boardAgreed(request, before);
      const [use] = where(uses, { id });
      return plain && use && !standingEnded(use.standingId, use.id, before);
    });
    return { grants: alive, plain };
  }
  const coversOn = (organisationId: string, day: string, hash: string, before: string) =>
    where(wordOf(organisationId, before).grants, { hash }).some((one) => holdsOn(day, one));

  return {
    ...{ t, experiment, humansSince, human, calledAt, wasOnTeam, wrote, leads, standsIn, hashesAt, hashNow, hashOf },
    ...{ termsNow, termsThen, kept, carriersNow, carriersThen, standingEnded, isThere, needsBoard, wordOf, coversOn },
  };
}
export type Facts = ReturnType<typeof factsOf>;
