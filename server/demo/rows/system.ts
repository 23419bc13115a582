import type {
  administrators,
  boardSeats,
  boards,
  deputies,
  formerNames,
  leaderDecisions,
  leaderProposals,
  memberships,
  organisations,
  people,
  systemOrganisations,
  systems,
} from "@/db/schema";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";
import { meetingRuleOf } from "./meetings";

/** The system, its organisations, people and boards. */
export function systemRows({ world, calendar, systemId }: DemoSystem) {
  const system: typeof systems.$inferInsert = {
    id: systemId,
    name: world.name,
    population: world.population,
    createdAt: calendar.instant("2025-04-28 09:00"),
  };

  const organisationRows: (typeof organisations.$inferInsert)[] = [];
  const systemOrganisationRows: (typeof systemOrganisations.$inferInsert)[] = [];
  for (const [key, { serves, ...organisation }] of Object.entries(world.organisations)) {
    const id = demoId(`organisation/${key}`);
    if (serves === "elsewhere") {
      organisationRows.push({ id, ...organisation });
      continue;
    }
    const endsOn = serves.to ? calendar.day(serves.to) : null;
    organisationRows.push({ id, ...organisation, endsOn });
    systemOrganisationRows.push({ systemId, organisationId: id, fromOn: calendar.day(serves.from), endsOn });
  }

  const personRows: (typeof people.$inferInsert)[] = [];
  const formerNameRows: (typeof formerNames.$inferInsert)[] = [];
  const membershipRows: (typeof memberships.$inferInsert)[] = [];
  for (const [key, person] of Object.entries(world.people)) {
    const id = demoId(`person/${key}`);
    personRows.push({
      id,
      name: person.name,
      job: person.job,
      email: person.email,
      samePersonAs: person.samePersonAs ? demoId(`person/${person.samePersonAs}`) : null,
      suspendedAt: person.suspended ? calendar.instant(person.suspended) : null,
      emailVerifiedAt: person.neverSignedIn ? null : calendar.instant(`${person.joined} 13:05`),
      createdAt: calendar.instant(`${person.joined} 10:00`),
    });
    if (person.formerly) {
      const { name, job, until } = person.formerly;
      const untilAt = calendar.instant(until);
      formerNameRows.push({ namedId: id, field: "name", was: name, untilAt });
      if (job !== person.job) formerNameRows.push({ namedId: id, field: "job", was: job, untilAt });
    }
    person.worksIn.forEach((place, index) => {
      membershipRows.push({
        id: demoId(`membership/${key}/${index + 1}`),
        systemId,
        organisationId: demoId(`organisation/${place.at}`),
        personId: id,
        team: place.team,
        role: "member",
        fromOn: calendar.day(place.from),
        endsOn: place.to ? calendar.day(place.to) : null,
      });
    });
  }

  return {
    system,
    organisations: organisationRows,
    systemOrganisations: systemOrganisationRows,
    people: personRows,
    formerNames: formerNameRows,
    memberships: membershipRows,
    ...leaderRows({ world, calendar, systemId }),
    ...roleRows({ world, calendar, systemId }),
  };
}

/** Who was made a leader, and by whose two words: an administrator's or a colleague's, and another leader's of the system. */
function leaderRows({ world, calendar, systemId }: DemoSystem) {
  const proposals: (typeof leaderProposals.$inferInsert)[] = [];
  const decisions: (typeof leaderDecisions.$inferInsert)[] = [];
  const all = Object.entries(world.people);
  const leaders = all.flatMap(([key, { worksIn }]) => (worksIn.some((place) => place.leader) ? [key] : []));
  const by = world.administrators[0]?.who ?? all.find(([key]) => !leaders.includes(key))?.[0];
  for (const [key, { worksIn, joined }] of all) {
    worksIn.forEach((place, index) => {
      const proposedAt = place.leaderProposed ?? (place.leader ? (`${joined} 10:00` as const) : null);
      if (!proposedAt) return;
      const [membership, second] = [`${key}/${index + 1}`, leaders[(leaders.indexOf(key) + 1) % leaders.length]];
      proposals.push({
        id: demoId(`leader-proposal/${membership}`),
        systemId,
        membershipId: demoId(`membership/${membership}`),
        proposedBy: demoId(`person/${by}`),
        proposedAt: calendar.instant(proposedAt),
      });
      if (!place.leader) return;
      decisions.push({
        id: demoId(`leader-decision/${membership}`),
        systemId,
        proposalId: demoId(`leader-proposal/${membership}`),
        decision: "confirmed",
        decidedBy: demoId(`person/${second}`),
        decidedAt: calendar.instant(`${joined} 11:00`),
      });
    });
  }
  return { leaderProposals: proposals, leaderDecisions: decisions };
}

function roleRows(system: DemoSystem) {
  const { world, calendar, systemId } = system;
  const deputyRows: (typeof deputies.$inferInsert)[] = world.deputies.map(({ leader, deputy, at, from, to }) => ({
    id: demoId(`deputy/${leader}/${deputy}`),
    systemId,
    organisationId: demoId(`organisation/${at}`),
    leaderId: demoId(`person/${leader}`),
    deputyId: demoId(`person/${deputy}`),
    fromOn: calendar.day(from),
    endsOn: calendar.day(to),
  }));
  const administratorRows: (typeof administrators.$inferInsert)[] = world.administrators.map(({ who, at }) => ({
    id: demoId(`administrator/${who}`),
    personId: demoId(`person/${who}`),
    systemId,
    organisationId: demoId(`organisation/${at}`),
  }));
  const boardRows: (typeof boards.$inferInsert)[] = world.boards.map((board) => ({
    id: demoId(`board/${board.key}`),
    systemId,
    name: board.name,
    meetingRule: meetingRuleOf(system, board),
  }));
  const seatRows: (typeof boardSeats.$inferInsert)[] = world.boards.flatMap((board) =>
    board.seats.map((seat) => ({
      id: demoId(`seat/${board.key}/${seat.who}`),
      systemId,
      boardId: demoId(`board/${board.key}`),
      personId: demoId(`person/${seat.who}`),
      organisationId: seat.for ? demoId(`organisation/${seat.for}`) : null,
      role: seat.role,
      fromOn: calendar.day("2025-04-28"),
    })),
  );
  return { deputies: deputyRows, administrators: administratorRows, boards: boardRows, seats: seatRows };
}
