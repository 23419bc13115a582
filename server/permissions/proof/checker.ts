import {
  dayOf,
  type Facts,
  factsOf,
  holdsOn,
  instantOf,
  isStart,
  later,
  linkedToday,
  type Named,
  type Row,
  scoreOf,
  type TermsThen,
} from "./facts";
import { ofHashes } from "./hash-checks";
import type { Found, Invariant, Violation } from "./invariants";
import type { Tables } from "./table-queries";

// Written from the sentences of ../README.md, and from nothing of the product.

/** The rule by which it may not run at an instant, in the checker's own judgement, and why; null when it may. */
export function whyItMayNotRun(tables: Tables, at: string): { invariant: Invariant; why: string[] } | null {
  const [strictly, revived] = [false, true].map((it) => whyNot(factsOf(tables, { revived: it }), at));
  if (!strictly || !revived || strictly.length === 0) return null;
  return { invariant: revived.length === 0 ? "I3.2" : "I2.5", why: strictly };
}

function whyNot(facts: Facts, at: string): string[] {
  const { t, hashNow, hashOf, carriersNow, coversOn, isThere } = facts;
  const turn = t.turns.at(-1);
  if (!turn || !isStart(turn)) return [`its last turn is ${turn?.turn ?? "none"}`];
  const changed = hashOf(turn) === hashNow ? [] : ["the terms are not those it was started on"];
  const uncovered = [...carriersNow].filter((one) => !coversOn(one, dayOf(at), hashNow, `${at}~`));
  const gone = [...carriersNow].filter((one) => !isThere(one, dayOf(at)));
  return [
    ...changed,
    ...uncovered.map((one) => `${one} does not cover it`),
    ...gone.map((one) => `nobody answers for ${one}`),
  ];
}

/** Every breach of the rules that the tables show, whenever it happened. */
export function violations(tables: Tables): Violation[] {
  const facts = factsOf(tables, { revived: true });
  const checks = [
    ofStarts,
    ofUses,
    ofRequests,
    ofWords,
    ofFloors,
    ofAnswers,
    ofTwoYeses,
    ofDeputies,
    ofHashes,
    ofPauses,
    ofLeaders,
    ofLinks,
    ofNames,
  ];
  return checks.flatMap((check) => [...check(facts)].map(([invariant, of]) => ({ invariant, of })));
}

function* ofStarts({ t, hashesAt, hashOf, carriersThen, coversOn, wordOf, kept, termsNow, hashNow }: Facts): Found {
  for (const turn of t.turns.filter(isStart)) {
    const hash = hashOf(turn);
    const carriers = carriersThen(hash);
    if (!hashesAt(turn.when).includes(hash)) yield ["I2.1", turn.when];
    for (const one of carriers ?? [])
      if (!coversOn(one, dayOf(turn.when), hash, turn.when)) yield ["I2.2", `${turn.when} ${one}`];
    const terms = kept.find(({ materialHash }) => materialHash === hash)?.terms;
    const risks = terms?.risks ?? (hash === hashNow ? termsNow.risks : null);
    const noHarm = (terms ?? termsNow).noHarmForeseen;
    if (risks?.length === 0 && !noHarm) yield ["I1.1", turn.when];
    const ended = t.turns.some((one) => one.when < turn.when && (one.turn === "stopped" || one.turn === "concluded"));
    if (ended) yield ["I2.4", turn.when];
    const bases = t.bases.filter(({ turnId }) => turnId === turn.id);
    const lacking = [...(carriers ?? [])].filter((one) => !bases.some(({ organisationId }) => organisationId === one));
    const dead = bases.filter(({ organisationId, answerId, useId }) =>
      wordOf(organisationId, turn.when).grants.every(({ id }) => id !== (answerId ?? useId)),
    );
    if (lacking.length > 0 || dead.length > 0) yield ["I2.3", turn.when];
  }
}

/** Starts without asking. */
function* ofUses({ t, wordOf, standingEnded, wasOnTeam, wrote }: Facts): Found {
  for (const use of t.uses) {
    const day = dayOf(use.when);
    const terms = use.terms as TermsThen | null;
    if (!wordOf(use.organisationId, use.when).plain) yield ["I3.1", use.when];
    if (terms?.reversible === false) yield ["I10.1", use.when];
    const holding = t.standing.filter(
      (one) =>
        (one.organisationId === null || one.organisationId === use.organisationId) &&
        one.when < use.when &&
        holdsOn(day, one) &&
        (one.organisationId !== null || t.confirmations.some((it) => it.standingId === one.id && it.when < use.when)) &&
        !standingEnded(one.id, null, use.when),
    );
    const carried = terms?.risks.filter(
      ({ carriedBy }) => carriedBy.length === 0 || carriedBy.some(({ id }) => id === use.organisationId),
    );
    const allowed = holding.every(
      (one) =>
        (carried ?? []).every((risk) => scoreOf(risk) <= (one.highestScores[risk.domain as never] ?? 0)) &&
        (!terms || terms.reversible === true) &&
        use.endsOn <= later(use.fromOn, { days: 7 * one.longestWeeks - 1 }) &&
        (one.endsOn === null || use.endsOn <= one.endsOn),
    );
    if (!allowed || !holding.some(({ id }) => id === use.standingId)) yield ["I10.2", use.when];
    const own = holding.filter(({ givenBy }) => wasOnTeam(givenBy, use.when) || wrote(givenBy, use.when));
    if (own.some(({ id }) => id === use.standingId)) yield ["I5.6", use.when];
  }
}

function* ofFloors({ t, humansSince }: Facts): Found {
  for (const { standingId, confirmedBy, when } of t.confirmations) {
    const floor = t.standing.find(({ id }) => id === standingId);
    const human = humansSince(floor?.when ?? when);
    if (!floor || human(floor.givenBy) === human(confirmedBy)) yield ["I10.3", when];
  }
}

function* ofRequests({ t, needsBoard }: Facts): Found {
  for (const request of t.requests) {
    if (request.endsOn > later(request.fromOn, { months: 12 })) yield ["I4.2", request.when];
    if (request.fromOn < dayOf(request.when)) yield ["I4.3", request.when];
    if (needsBoard(request) && !t.reviews.some(({ requestId }) => requestId === request.id))
      yield ["I4.4", request.when];
  }
}

/** What was said to a request: while it was the open one, and of its terms. */
function* ofWords({ t, hashesAt }: Facts): Found {
  const answered = new Map(t.answers.map((answer) => [answer.id, answer.requestId]));
  const toAnswers = [...t.accepted, ...t.replies].map(({ when, answerId }) => ({
    when,
    requestId: answered.get(answerId),
  }));
  for (const { when, requestId } of [...t.answers, ...toAnswers]) {
    const request = t.requests.find(({ id }) => id === requestId);
    const newer = t.requests.some((one) => request && request.when < one.when && one.when < when);
    if (newer) yield ["I4.1", when];
  }
  for (const { when, answer, requestId, termsHash } of t.answers) {
    const request = t.requests.find(({ id }) => id === requestId);
    const onScreen = termsHash === request?.termsHash && hashesAt(when).includes(request.materialHash);
    if (answer.startsWith("yes") && !onScreen) yield ["I7.1", when];
  }
}

/** Whoever answers: for an organisation, for a board, in a pause. */
function* ofAnswers({ t, wasOnTeam, wrote, leads, standsIn, experiment }: Facts): Found {
  const boardOf = new Map(t.reviews.map(({ id, boardId }) => [id, boardId]));
  const goingOn = t.decisions.filter(({ decision }) => decision === "go on");
  const answers = [
    ...t.answers.map((one) => ({ ...one, by: one.answeredBy })),
    ...goingOn.map((one) => ({ ...one, by: one.decidedBy })),
  ];
  for (const { when, by, inPlaceOf, organisationId } of answers) {
    const day = dayOf(when);
    if (inPlaceOf && (wasOnTeam(inPlaceOf, when) || wrote(inPlaceOf, when))) yield ["I5.3", when];
    const theirs = inPlaceOf
      ? leads(inPlaceOf, organisationId, day) && standsIn(by, inPlaceOf, organisationId, day)
      : leads(by, organisationId, day);
    if (!theirs) yield ["I5.4", when];
  }
  const ofBoards = t.reviewAnswers.map((one) => ({ ...one, by: one.answeredBy, boardId: boardOf.get(one.reviewId) }));
  for (const { when, by } of [...answers, ...ofBoards]) {
    if (wasOnTeam(by, when)) yield ["I5.1", when];
    if (wrote(by, when)) yield ["I5.2", when];
  }
  for (const { when, by, boardId } of ofBoards) {
    const seated = t.seats.some(
      (seat) =>
        seat.boardId === boardId &&
        seat.systemId === experiment.systemId &&
        seat.role !== "observer" &&
        seat.personId === by &&
        holdsOn(dayOf(when), seat, 1),
    );
    if (!seated) yield ["I5.8", when];
  }
}

function* ofTwoYeses({ t, human }: Facts): Found {
  for (const request of t.requests) {
    const reviews = t.reviews.filter(({ requestId }) => requestId === request.id).map(({ id }) => id);
    const yeses = [
      ...t.answers
        .filter(({ requestId, answer }) => requestId === request.id && answer.startsWith("yes"))
        .map((one) => ({ by: human(one.answeredBy), for: one.organisationId })),
      ...t.reviewAnswers
        .filter(({ reviewId, answer }) => reviews.includes(reviewId) && (answer === "go on" || answer === "spread"))
        .map((one) => ({ by: human(one.answeredBy), for: one.reviewId })),
    ];
    const twice = yeses.some((one) => yeses.some((other) => one.by === other.by && one.for !== other.for));
    if (twice) yield ["I5.5", request.when];
  }
}

function* ofDeputies({ t, humansSince }: Facts): Found {
  const human = humansSince(linkedToday);
  const named = t.deputies.filter(({ fromOn, endsOn }) => fromOn <= endsOn);
  for (const one of named)
    for (const other of named)
      if (
        one.id < other.id &&
        human(one.leaderId) === human(other.deputyId) &&
        human(one.deputyId) === human(other.leaderId) &&
        one.fromOn <= other.endsOn &&
        other.fromOn <= one.endsOn
      )
        yield ["I5.7", `${other.fromOn} ${one.id}`];
}

function* ofPauses({ t, carriersThen, hashOf }: Facts): Found {
  const safety = ({ pauseReason }: Row<"turns">) => pauseReason !== null && pauseReason !== "something else";
  const stops = t.reviewAnswers.filter(({ answer }) => answer === "stop");
  for (const turn of t.turns.filter((one) => one.turn === "resumed")) {
    const since = t.turns.findLast((one) => isStart(one) && one.when < turn.when)?.when ?? "";
    const reasons = [...t.turns.filter((one) => one.turn === "paused" && safety(one)), ...stops];
    const reason = reasons
      .map(({ when }) => when)
      .filter((when) => since < when && when < turn.when)
      .toSorted()
      .at(-1);
    const carriers = carriersThen(hashOf(turn));
    const lifted = t.decisions.some(
      ({ decision, when, organisationId }) =>
        decision === "go on" &&
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

/** Leaders, and the second person's word that made each of them one. */
function* ofLeaders({ t, humansSince, leads, experiment }: Facts): Found {
  for (const { id, role, personId, organisationId } of t.memberships) {
    const proposal = t.proposals.find(({ membershipId }) => membershipId === id);
    const word = t.leaderDecisions.find(
      ({ proposalId, decision }) => proposalId === proposal?.id && decision === "confirmed",
    );
    if (role === "leader" && !word) yield ["I6.1", `membership ${id}`];
    if (!proposal || !word) continue;
    const human = humansSince(proposal.when);
    if ([proposal.proposedBy, personId].some((one) => human(one) === human(word.decidedBy))) yield ["I6.2", word.when];
    const administers = t.administrators.some((one) => one.personId === word.decidedBy);
    const may = administers || leads(word.decidedBy, organisationId, dayOf(word.when));
    // Leaders of before it began are older than whoever administers today
    if (!may && word.when > experiment.registeredAt) yield ["I6.3", word.when];
  }
}

/** Accounts of one person, and what is left of it after they are unlinked. */
function* ofLinks({ t, humansSince }: Facts): Found {
  const firsts = new Map(t.people.map(({ id, samePersonAs }) => [id, samePersonAs]));
  for (const [id, first] of firsts) if (first && (first === id || firsts.get(first))) yield ["I6.4", `account ${id}`];
  for (const { when, personId, details } of t.saidOfPeople) {
    const { linked = [], unlinked = [], from = [] } = details as { [change: string]: string[] };
    const human = humansSince(when);
    if ([...linked, ...unlinked].some((one) => personId && human(one) === human(personId))) yield ["I6.6", when];
    const parted = unlinked.filter((one) => firsts.has(one)).flatMap((one) => from.map((other) => [one, other]));
    const kept = t.formerLinks.filter(({ untilAt }) => untilAt >= instantOf(when));
    const isKept = (one?: string, other?: string) => kept.some((it) => it.personId === one && it.otherId === other);
    if (parted.some(([one, other]) => !isKept(one, other) || !isKept(other, one))) yield ["I6.5", when];
  }
}

/** What was signed, and what it was called then. */
function* ofNames({ t, calledAt, experiment }: Facts): Found {
  const names = new Map([...t.people, ...t.organisations].map(({ id, name }) => [id, name]));
  for (const { when, terms } of t.requests) {
    const { team = [], takingPart = [] } = terms as TermsThen;
    const isOther = ({ id, name }: Named) => !calledAt(id, names.get(id) ?? name, when).includes(name);
    if ([...team, ...takingPart].some(isOther)) yield ["I11.1", when];
  }
  for (const { when, parts } of t.titlesSaid) {
    const title = parts.map((part) => (typeof part === "string" ? "" : part.typed)).join("");
    if (!calledAt(experiment.id, experiment.title, when).includes(title)) yield ["I11.2", when];
  }
  const renamings = t.saidOfPeople.flatMap(({ when, details }) => {
    const { renamed = "", was } = details as { renamed?: string; was?: { name: string; job: string | null } };
    return was && names.has(renamed) ? [{ when, untilAt: instantOf(when), namedId: renamed, was }] : [];
  });
  const atOnce = (one: { namedId: string; untilAt: string }, other: typeof one) =>
    one.namedId === other.namedId && one.untilAt === other.untilAt;
  for (const said of renamings) if (!t.formerNames.some((one) => atOnce(one, said))) yield ["I11.3", said.when];
  for (const former of t.formerNames.filter(({ namedId }) => t.people.some(({ id }) => id === namedId)))
    if (!renamings.some((said) => atOnce(said, former) && said.was[former.field] === former.was))
      yield ["I11.4", former.when];
}
