import { dayOf, type Facts, instantOf, linkedToday, type Named, type TermsThen, where } from "./facts";
import type { Found } from "./invariants";

// Rules I5 to I11 as far as they speak of people and their names. Written from the sentences of ../README.md alone.

export function* ofFloors({ t, humansSince }: Facts): Found {
  for (const { standingId, confirmedBy, when } of t.confirmations) {
    const [floor] = where(t.standing, { id: standingId });
    const human = humansSince(floor?.when ?? when);
    if (!floor || human(floor.givenBy) === human(confirmedBy)) yield ["I10.3", when];
  }
}

export function* ofDeputies({ t, humansSince }: Facts): Found {
  const human = humansSince(linkedToday);
  const named = t.deputies.filter(({ fromOn, endsOn }) => fromOn <= endsOn);
  for (const one of named)
    for (const other of named) {
      const mutual = human(one.leaderId) === human(other.deputyId) && human(one.deputyId) === human(other.leaderId);
      const atOnce = one.fromOn <= other.endsOn && other.fromOn <= one.endsOn;
      if (one.id < other.id && mutual && atOnce) yield ["I5.7", `${other.fromOn} ${one.id}`];
    }
}

/** Leaders, and the second person's word that made each of them one. */
export function* ofLeaders({ t, humansSince, leads, experiment }: Facts): Found {
  const confirmed = where(t.leaderDecisions, { decision: "confirmed" });
  for (const { id: membershipId, role, personId, organisationId } of t.memberships) {
    const proposals = where(t.proposals, { membershipId });
    const words = proposals.flatMap(({ id, ...proposal }) =>
      where(confirmed, { proposalId: id }).map((word) => ({ ...word, proposal })),
    );
    if (role === "leader" && words.length === 0) yield ["I6.1", `membership ${membershipId}`];
    for (const { when, decidedBy, proposal } of words) {
      const human = humansSince(proposal.when);
      if ([proposal.proposedBy, personId].some((one) => human(one) === human(decidedBy))) yield ["I6.2", when];
      const administers = where(t.administrators, { personId: decidedBy }).length > 0;
      // Leaders of before it began are older than whoever administers today
      const isNew = when > experiment.registeredAt;
      if (isNew && !administers && !leads(decidedBy, organisationId, dayOf(when))) yield ["I6.3", when];
    }
  }
}

/** Accounts of one person, and what is left of it after they are unlinked. */
export function* ofLinks({ t, humansSince }: Facts): Found {
  const firsts = new Map(t.people.map(({ id, samePersonAs }) => [id, samePersonAs]));
  for (const [id, first] of firsts) if (first && (first === id || firsts.get(first))) yield ["I6.4", `account ${id}`];
  for (const { when, personId, details } of t.saidOfPeople) {
    const { linked = [], unlinked = [], from = [] } = details as { [change: string]: string[] };
    const human = humansSince(when);
    if ([...linked, ...unlinked].some((one) => personId && human(one) === human(personId))) yield ["I6.6", when];
    const parted = unlinked.filter((one) => firsts.has(one)).flatMap((one) => from.map((other) => [one, other]));
    const kept = t.formerLinks.filter(({ untilAt }) => untilAt >= instantOf(when));
    const isKept = (one?: string, other?: string) => where(kept, { personId: one, otherId: other }).length > 0;
    if (parted.some(([one, other]) => !isKept(one, other) || !isKept(other, one))) yield ["I6.5", when];
  }
}

/** What was signed, and what it was called then. */
export function* ofNames({ t, calledAt, experiment: { id: experimentId, title: titleNow } }: Facts): Found {
  const names = new Map([...t.people, ...t.organisations].map(({ id, name }) => [id, name]));
  for (const { when, terms } of t.requests) {
    const { team = [], takingPart = [] } = terms as TermsThen;
    const isOther = ({ id, name }: Named) => !calledAt(id, names.get(id) ?? name, when).includes(name);
    if ([...team, ...takingPart].some(isOther)) yield ["I11.1", when];
  }
  for (const { when, parts } of t.titlesSaid) {
    const title = parts.map((part) => (typeof part === "string" ? "" : part.typed)).join("");
    if (!calledAt(experimentId, titleNow, when).includes(title)) yield ["I11.2", when];
  }
  const said = t.saidOfPeople.flatMap(({ when, details }) => {
    const { renamed: namedId, was } = details as { renamed?: string; was?: { name: string; job: string | null } };
    return was && namedId && names.has(namedId) ? [{ when, untilAt: instantOf(when), namedId, was }] : [];
  });
  for (const { when, namedId, untilAt } of said)
    if (where(t.formerNames, { namedId, untilAt }).length === 0) yield ["I11.3", when];
  for (const { when, namedId, untilAt, field, was } of t.formerNames) {
    const isPerson = where(t.people, { id: namedId }).length > 0;
    if (isPerson && !where(said, { namedId, untilAt }).some((one) => one.was[field] === was)) yield ["I11.4", when];
  }
}
