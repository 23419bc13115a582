import {
  dayOf,
  type Facts,
  factsOf,
  holdsOn,
  instantOf,
  isStart,
  later,
  scoreOf,
  type TermsThen,
  where,
} from "./facts";
import { ofHashes } from "./hash-checks";
import type { Found, Invariant, Violation } from "./invariants";
import { ofDeputies, ofFloors, ofLeaders, ofLinks, ofNames } from "./people-checks";
import type { Tables } from "./table-queries";

// Written from the sentences of ../README.md, and from nothing of the product.

/** The rule by which it may not run at an instant, in the checker's own judgement, and why; null when it may. */
export function whyItMayNotRun(tables: Tables, at: string): { invariant: Invariant; why: string[] } | null {
  const [strictly = [], revived = []] = [false, true].map((it) => whyNot(factsOf(tables, { revived: it }), at));
  if (strictly.length === 0) return null;
  return { invariant: revived.length === 0 ? "I3.2" : "I2.5", why: strictly };
}

function whyNot({ t, hashNow, hashOf, carriersNow, coversOn, isThere }: Facts, at: string): string[] {
  const turn = t.turns.at(-1);
  if (!turn || !isStart(turn)) return [`its last turn is ${turn?.turn ?? "none"}`];
  const uncovered = [...carriersNow].filter((one) => !coversOn(one, dayOf(at), hashNow, `${at}~`));
  const gone = [...carriersNow].filter((one) => !isThere(one, dayOf(at)));
  return [
    ...(hashOf(turn) === hashNow ? [] : ["the terms are not those it was started on"]),
    ...uncovered.map((one) => `${one} does not cover it`),
    ...gone.map((one) => `nobody answers for ${one}`),
  ];
}

/** Every breach of the rules that the tables show, whenever it happened. */
export function violations(tables: Tables): Violation[] {
  const facts = factsOf(tables, { revived: true });
  const aboutPermission = [ofStarts, ofUses, ofRequests, ofWords, ofAnswers, ofTwoYeses, ofHashes, ofPauses];
  const aboutPeople = [ofFloors, ofDeputies, ofLeaders, ofLinks, ofNames];
  return [...aboutPermission, ...aboutPeople].flatMap((check) =>
    [...check(facts)].map(([invariant, of]) => ({ invariant, of })),
  );
}

function* ofStarts({ t, hashesAt, hashOf, carriersThen, coversOn, wordOf, termsThen, termsNow }: Facts): Found {
  for (const turn of t.turns.filter(isStart)) {
    const hash = hashOf(turn);
    const carriers = [...(carriersThen(hash) ?? [])];
    if (!hashesAt(turn.when).includes(hash)) yield ["I2.1", turn.when];
    for (const one of carriers)
      if (!coversOn(one, dayOf(turn.when), hash, turn.when)) yield ["I2.2", `${turn.when} ${one}`];
    const noHarm = (termsThen(hash) ?? termsNow).noHarmForeseen;
    if (termsThen(hash)?.risks.length === 0 && !noHarm) yield ["I1.1", turn.when];
    if (t.turns.some((one) => one.when < turn.when && ["stopped", "concluded"].includes(one.turn)))
      yield ["I2.4", turn.when];
    const bases = where(t.bases, { turnId: turn.id });
    const lacking = carriers.some((organisationId) => where(bases, { organisationId }).length === 0);
    const dead = bases.some(
      ({ organisationId, answerId, useId }) =>
        where(wordOf(organisationId, turn.when).grants, { id: answerId ?? useId ?? "" }).length === 0,
    );
    if (lacking || dead) yield ["I2.3", turn.when];
  }
}

/** Starts without asking. */
function* ofUses({ t, wordOf, standingEnded, wasOnTeam, wrote }: Facts): Found {
  for (const { when, organisationId, standingId, fromOn, endsOn, ...use } of t.uses) {
    const terms = use.terms as TermsThen | null;
    if (!wordOf(organisationId, when).plain) yield ["I3.1", when];
    if (terms?.reversible === false) yield ["I10.1", when];
    const isConfirmed = (id: string) => where(t.confirmations, { standingId: id }).some((one) => one.when < when);
    const holding = [
      ...where(t.standing, { organisationId }),
      ...where(t.standing, { organisationId: null }).filter(({ id }) => isConfirmed(id)),
    ].filter((one) => one.when < when && holdsOn(dayOf(when), one) && !standingEnded(one.id, null, when));
    const carried = (terms?.risks ?? []).filter(
      ({ carriedBy }) => carriedBy.length === 0 || carriedBy.some(({ id }) => id === organisationId),
    );
    const allowed = holding.every(
      (one) =>
        carried.every((risk) => scoreOf(risk) <= (one.highestScores[risk.domain] ?? 0)) &&
        (!terms || terms.reversible === true) &&
        endsOn <= later(fromOn, { days: 7 * one.longestWeeks - 1 }) &&
        (one.endsOn === null || endsOn <= one.endsOn),
    );
    const [used] = where(holding, { id: standingId });
    if (!allowed || !used) yield ["I10.2", when];
    if (used && (wasOnTeam(used.givenBy, when) || wrote(used.givenBy, when))) yield ["I5.6", when];
  }
}

function* ofRequests({ t, needsBoard }: Facts): Found {
  for (const request of t.requests) {
    const { id, when, fromOn, endsOn } = request;
    if (endsOn > later(fromOn, { months: 12 })) yield ["I4.2", when];
    if (fromOn < dayOf(when)) yield ["I4.3", when];
    if (needsBoard(request) && where(t.reviews, { requestId: id }).length === 0) yield ["I4.4", when];
  }
}

/** What was said to a request: while it was the open one, and of its terms. */
function* ofWords({ t, hashesAt }: Facts): Found {
  const toAnswers = [...t.accepted, ...t.replies].flatMap(({ when, answerId }) =>
    where(t.answers, { id: answerId }).map(({ requestId }) => ({ when, requestId })),
  );
  for (const { when, requestId } of [...t.answers, ...toAnswers]) {
    const [request] = where(t.requests, { id: requestId });
    if (request && t.requests.some((one) => request.when < one.when && one.when < when)) yield ["I4.1", when];
  }
  for (const { when, answer, requestId, termsHash } of t.answers) {
    const [request] = where(t.requests, { id: requestId });
    const onScreen = termsHash === request?.termsHash && hashesAt(when).includes(request.materialHash);
    if (answer.startsWith("yes") && !onScreen) yield ["I7.1", when];
  }
}

/** Whoever answers: for an organisation, for a board, in a pause. */
function* ofAnswers({ t, wasOnTeam, wrote, leads, standsIn, experiment: { systemId } }: Facts): Found {
  const answers = [
    ...t.answers.map((one) => ({ ...one, by: one.answeredBy })),
    ...where(t.decisions, { decision: "go on" }).map((one) => ({ ...one, by: one.decidedBy })),
  ];
  for (const { when, by, inPlaceOf, organisationId } of answers) {
    const day = dayOf(when);
    if (inPlaceOf && (wasOnTeam(inPlaceOf, when) || wrote(inPlaceOf, when))) yield ["I5.3", when];
    const theirs = !inPlaceOf || standsIn(by, inPlaceOf, organisationId, day);
    if (!theirs || !leads(inPlaceOf ?? by, organisationId, day)) yield ["I5.4", when];
  }
  const ofBoards = t.reviewAnswers.map((one) => ({ ...one, by: one.answeredBy }));
  for (const { when, by } of [...answers, ...ofBoards]) {
    if (wasOnTeam(by, when)) yield ["I5.1", when];
    if (wrote(by, when)) yield ["I5.2", when];
  }
  for (const { when, by, reviewId } of ofBoards) {
    const boardId = where(t.reviews, { id: reviewId })[0]?.boardId;
    const seats = where(t.seats, { boardId, systemId, personId: by });
    if (!seats.some((seat) => seat.role !== "observer" && holdsOn(dayOf(when), seat, 1))) yield ["I5.8", when];
  }
}

function* ofTwoYeses({ t, human }: Facts): Found {
  for (const { id: requestId, when } of t.requests) {
    const ofBoards = where(t.reviews, { requestId }).flatMap(({ id }) => where(t.reviewAnswers, { reviewId: id }));
    const yeses = [
      ...where(t.answers, { requestId }).map((one) => ({ ...one, for: one.organisationId })),
      ...ofBoards.map((one) => ({ ...one, for: one.reviewId })),
    ].filter(({ answer }) => ["yes", "yes with conditions", "go on", "spread"].includes(answer));
    const twice = yeses.some((one) =>
      yeses.some((other) => human(one.answeredBy) === human(other.answeredBy) && one.for !== other.for),
    );
    if (twice) yield ["I5.5", when];
  }
}

function* ofPauses({ t, carriersThen, hashOf }: Facts): Found {
  const stops = where(t.reviewAnswers, { answer: "stop" });
  const forSafety = [
    ...t.turns.filter(({ turn, pauseReason }) => turn === "paused" && pauseReason && pauseReason !== "something else"),
    ...stops,
  ].map(({ when }) => when);
  for (const turn of where(t.turns, { turn: "resumed" })) {
    const since = t.turns.findLast((one) => isStart(one) && one.when < turn.when)?.when ?? "";
    const reason = forSafety
      .filter((when) => since < when && when < turn.when)
      .toSorted()
      .at(-1);
    const carriers = carriersThen(hashOf(turn));
    const lifted = where(t.decisions, { decision: "go on" }).some(
      ({ when, organisationId }) =>
        when < turn.when &&
        (carriers?.has(organisationId) ?? true) &&
        t.fixes.some((fix) => reason && reason < fix.when && fix.when < when),
    );
    if (reason && !lifted) yield ["I8.1", turn.when];
  }
  for (const { when } of stops) {
    const before = t.turns.findLast((one) => one.when < when && instantOf(one.when) !== instantOf(when));
    const during = t.turns.filter((one) => instantOf(one.when) === instantOf(when));
    if (before && isStart(before) && during.every(isStart)) yield ["I8.2", when];
  }
}
