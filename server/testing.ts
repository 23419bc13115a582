import { afterAll, beforeAll } from "vitest";
import {
  boardSeats,
  boards,
  leaderDecisions,
  leaderProposals,
  memberships,
  organisations,
  people,
  systemOrganisations,
  systems,
} from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { MembershipRole, SeatRole } from "@/db/vocabulary";
import { addDays, londonDay } from "@/server/days";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";

const createCaller = createCallerFactory(appRouter);

/** A new idempotency key, as the browser creates it. */
export const key = (): string => crypto.randomUUID();

/** So many days from today on, or from a moment's day: what a team asks for. */
export function daysFrom(days = 300, moment: string | Date = new Date()) {
  const fromOn = londonDay(moment);
  return { fromOn, endsOn: addDays(fromOn, days) };
}

const longAgo = "2020-01-01T09:00:00Z";

/** A database of its own for a test file, and functions to fill it. Everything in it is invented. */
export function testSystem() {
  let fresh: FreshDatabase;
  let administrators: Promise<[string, string]> | undefined;
  const twoAdministrators = () => {
    administrators ??= fresh.db
      .insert(people)
      .values([{ name: "Who proposes leaders" }, { name: "Who confirms leaders" }])
      .returning()
      .then((rows) => [made(rows[0]).id, made(rows[1]).id]);
    return administrators;
  };
  const world = {
    get db() {
      return fresh.db;
    },
    get url() {
      return fresh.url;
    },

    async system(name = "Larkmoor and Penwick") {
      const [system] = await fresh.db.insert(systems).values({ name }).returning();
      return made(system).id;
    },

    async organisation(systemId: string, shortName: string) {
      const [organisation] = await fresh.db
        .insert(organisations)
        .values({ name: `${shortName} Trust`, shortName, kind: "community" })
        .returning();
      const { id } = made(organisation);
      await fresh.db.insert(systemOrganisations).values({ systemId, organisationId: id, fromOn: "2020-01-01" });
      return id;
    },

    /** A person who works somewhere, and the procedures called as them. */
    async person(name: string, at?: { systemId: string; organisationId: string; role?: MembershipRole }) {
      const [person] = await fresh.db
        .insert(people)
        .values({ name, job: "nurse", email: `${crypto.randomUUID()}@larkmoor.example` })
        .returning();
      const { id } = made(person);
      if (at) {
        const { systemId, organisationId, role = "member" } = at;
        await world.works({ systemId, organisationId, personId: id, role, fromOn: "2020-01-01" });
      }
      const signedIn = { id, name, job: "nurse", isAdministrator: false };
      const api = createCaller({ database: fresh.db, person: signedIn });
      /** The same procedures with the clock stopped at a moment, such as "2027-03-28T22:59:59Z". */
      const frozenAt = (moment: string) => createCaller({ database: fresh.db, person: signedIn, at: moment });
      return { id, name, api, at: frozenAt };
    },

    /** Memberships; a leader's with the proposal and the second person's yes that made it one (rule I6). */
    async works(...rows: (typeof memberships.$inferInsert)[]) {
      for (const { role, ...row } of rows) {
        const [membership] = await fresh.db
          .insert(memberships)
          .values({ ...row, role: "member" })
          .returning();
        if (role !== "leader") continue;
        const { id: membershipId, systemId } = made(membership);
        const [proposedBy, decidedBy] = await twoAdministrators();
        const [proposal] = await fresh.db
          .insert(leaderProposals)
          .values({ systemId, membershipId, proposedBy, proposedAt: longAgo })
          .returning();
        const decided = { decision: "confirmed" as const, decidedBy, decidedAt: longAgo };
        await fresh.db.insert(leaderDecisions).values({ systemId, proposalId: made(proposal).id, ...decided });
      }
    },

    async board(systemId: string, name: string) {
      const [board] = await fresh.db.insert(boards).values({ systemId, name }).returning();
      return made(board).id;
    },

    async seat(systemId: string, boardId: string, personId: string, role: SeatRole = "member") {
      await fresh.db.insert(boardSeats).values({ systemId, boardId, personId, role, fromOn: "2020-01-01" });
    },

    /** Somebody with a seat for another organisation confirms a system's floor (rule I10). */
    async confirmFloor(systemId: string, standingId: string, at: string) {
      const organisationId = await world.organisation(systemId, "QCC");
      const { id: personId, at: frozenAt } = await world.person("Marcus");
      const boardId = await world.board(systemId, "Council Board");
      const seat = { systemId, boardId, personId, organisationId, role: "member" as const, fromOn: "2020-01-01" };
      await fresh.db.insert(boardSeats).values(seat);
      await frozenAt(at).standing.confirm({ systemId, standingId, key: key() });
    },

    nobody: () => createCaller({ database: fresh.db, person: null }),
  };
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(async () => {
    await fresh?.drop();
  });
  return world;
}

function made<Row>(row: Row | undefined): Row {
  if (!row) throw new Error("the test's row was not made");
  return row;
}

export type TestWorld = ReturnType<typeof testSystem>;
export type TestPerson = Awaited<ReturnType<ReturnType<typeof testSystem>["person"]>>;

export const anIdea = {
  title: "Ring back by 11am",
  problem: "People who cannot get through go to A&E",
  changeIdea: "A clinician rings every same-day caller before 11am",
  place: "Dunnock Lane Surgery",
  aim: "",
  prediction: "fewer people go to A&E",
  predictionBecause: "they have spoken to a clinician",
  startsAt: "general practice" as const,
  showsAt: "front door" as const,
};

export const aRisk = {
  harm: "A serious illness is missed on the phone",
  whoIsAffected: "People who ring with chest pain",
  domain: "quality and safety" as const,
  consequence: 4,
  likelihood: 2,
  controls: "A script with red flags, and a face-to-face slot kept free",
  earlyWarning: "Someone comes back worse within 2 days",
};

/** Registers an experiment with one risk, carried by this organisation, and others if given. */
export async function registerWithRisk(
  lead: TestPerson,
  at: { systemId: string; organisationId: string; carriedBy?: string[] },
): Promise<string> {
  const { systemId, organisationId } = at;
  const carriedBy = at.carriedBy ?? [organisationId];
  const { experimentId } = await lead.api.experiments.register({
    ...anIdea,
    key: key(),
    systemId,
    leadOrganisationId: organisationId,
    takingPart: carriedBy,
  });
  await lead.api.risks.record({ ...aRisk, key: key(), experimentId, carriedBy });
  await lead.api.risks.setRiskOfNotTrying({
    key: key(),
    experimentId,
    riskOfNotTrying: "People give up and go to A&E",
  });
  return experimentId;
}
