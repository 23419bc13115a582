import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { people } from "@/db/schema";
import { key, registerWithRisk } from "@/server/testing";
import { aMembership, testAdministration } from "./testing";

const world = testAdministration();
beforeAll(() => {
  vi.stubEnv("NEXTAUTH_URL", "http://leeway.test");
  vi.spyOn(console, "info").mockReturnValue();
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
const noFixedDay = { frequency: "no fixed day" } as const;
const nobodysId = "0192d3a0-0000-7000-8000-000000000000";

async function aSystem() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "Penwick");
  const board = await world.board(systemId, "Place board");
  const member = await world.person("Member", { systemId, organisationId });
  return { systemId, organisationId, boardId: board, member };
}
type Caller = Awaited<ReturnType<typeof world.person>>["api"];

/** Every administrator's procedure, called with ids that exist in the system. */
const everything = (api: Caller, at: Awaited<ReturnType<typeof aSystem>>) => {
  const { systemId, organisationId, boardId, member } = at;
  const [personId, email] = [member.id, `${crypto.randomUUID()}@penwick.example`];
  const seat = { email, name: "New", job: "", role: "member" as const, fromOn: "2026-01-01" };
  const ids = { membershipId: nobodysId, seatId: nobodysId, lastOn: "2026-01-01" };
  const sent = () => ({ key: key(), systemId });
  const { systems, organisations, people, boards, administrators } = api.admin;
  return {
    "systems.find": () => systems.find({ systemId }),
    "systems.name": () => systems.name({ ...sent(), name: "Renamed" }),
    "organisations.list": () => organisations.list({ systemId }),
    "organisations.find": () => organisations.find({ systemId, organisationId }),
    "organisations.add": () => organisations.add({ ...sent(), list: "North, N, acute" }),
    "organisations.edit": () =>
      organisations.edit({ ...sent(), organisationId, name: "N", shortName: "N", kind: "acute" }),
    "people.list": () => people.list({ systemId, page: 1 }),
    "people.find": () => people.find({ systemId, personId }),
    "people.invite": () => people.invite({ ...sent(), organisationId, ...aMembership, email, name: "New", job: "" }),
    "people.sendInvitation": () => people.sendInvitation({ ...sent(), personId }),
    "people.addMembership": () => people.addMembership({ ...sent(), personId, organisationId, ...aMembership }),
    "people.endMembership": () => people.endMembership({ ...sent(), personId, ...ids }),
    "people.likely": () => people.likely({ systemId, name: "New", email }),
    "people.likelyPairs": () => people.likelyPairs({ systemId, page: 1 }),
    "people.waiting": () => people.waiting({ systemId }),
    "people.link": () => people.link({ ...sent(), personId, email, reason: "One person" }),
    "people.unlink": () => people.unlink({ ...sent(), personId, reason: "Two people" }),
    "people.keepApart": () => people.keepApart({ ...sent(), personId, otherId: nobodysId }),
    "people.decideLeader": () => people.decideLeader({ ...sent(), proposalId: nobodysId, decision: "confirmed" }),
    "people.proposeLeader": () => people.proposeLeader({ ...sent(), personId, membershipId: nobodysId }),
    "people.rename": () => people.rename({ ...sent(), personId, name: "Other", job: "", reason: "Married" }),
    "people.suspend": () => people.suspend({ ...sent(), personId }),
    "people.liftSuspension": () => people.liftSuspension({ ...sent(), personId }),
    "boards.list": () => boards.list({ systemId }),
    "boards.find": () => boards.find({ systemId, boardId }),
    "boards.add": () => boards.add({ ...sent(), name: "Another", meetingRule: noFixedDay }),
    "boards.edit": () => boards.edit({ ...sent(), boardId, name: "Renamed", meetingRule: noFixedDay }),
    "boards.seat": () => boards.seat({ ...sent(), boardId, ...seat }),
    "boards.endSeat": () => boards.endSeat({ ...sent(), boardId, ...ids }),
    "administrators.list": () => administrators.list({ systemId }),
    "administrators.name": () => administrators.name({ ...sent(), personId }),
    "administrators.end": () => administrators.end({ ...sent(), personId }),
  } satisfies Record<string, () => Promise<unknown>>;
};

/** Expected refusals: missing rows, no change, or only for an administrator of the whole installation. */
const refusedEvenSo: Record<string, string> = {
  "people.addMembership": "UNPROCESSABLE_CONTENT",
  "people.endMembership": "NOT_FOUND",
  "people.keepApart": "NOT_FOUND",
  "people.decideLeader": "NOT_FOUND",
  "people.proposeLeader": "NOT_FOUND",
  "boards.endSeat": "NOT_FOUND",
  "administrators.name": "FORBIDDEN",
  "administrators.end": "FORBIDDEN",
};

describe("who reaches an administrator's pages", () => {
  test("nobody but those who look after that system: a leader, another system's administrator and a suspended one find nothing, in the same words", async () => {
    const [here, there] = [await aSystem(), await aSystem()];
    const { systemId, organisationId } = here;
    const leader = await world.person("Leader", { systemId, organisationId, role: "leader" });
    const theirs = await world.looksAfter("Theirs", there.systemId);
    const suspended = await world.looksAfter("Suspended", systemId);
    await world.db.update(people).set({ suspendedAt: "2026-01-01T00:00:00Z" }).where(eq(people.id, suspended.id));
    const answers = new Set<string>();
    for (const { api } of [leader, theirs, suspended]) {
      for (const [name, call] of Object.entries(everything(api, here))) {
        const refused = await call().then(
          () => "let in",
          (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
        );
        expect(refused, name).toMatch(/^NOT_FOUND/);
        answers.add(refused);
      }
    }
    const missing = await theirs.api.admin.systems.find({ systemId: nobodysId }).catch((error) => error);
    expect([...answers]).toEqual([`NOT_FOUND: ${missing.message}`]);
  });

  test("those who do reach all of it, in their own system", async () => {
    const here = await aSystem();
    const theo = await world.looksAfter("Theo", here.systemId);
    for (const [name, call] of Object.entries(everything(theo.api, here))) {
      const code = await call().then(
        () => "let in",
        (error: { code: string }) => error.code,
      );
      expect(code, name).toBe(refusedEvenSo[name] ?? "let in");
    }
  });

  test("not without signing in", async () => {
    const here = await aSystem();
    for (const call of Object.values(everything(world.nobody(), here))) {
      await expect(call()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    }
  });

  test("an id of another system is not there, though the system is one's own", async () => {
    const [here, there] = [await aSystem(), await aSystem()];
    const theo = await world.looksAfter("Theo", here.systemId);
    const mixed = everything(theo.api, { ...there, systemId: here.systemId });
    for (const name of [
      "organisations.find",
      "organisations.edit",
      "people.find",
      "people.sendInvitation",
      "people.suspend",
      "people.liftSuspension",
      "people.addMembership",
      "people.link",
      "people.unlink",
      "people.keepApart",
      "boards.find",
      "boards.edit",
      "boards.seat",
    ] as const) {
      await expect(mixed[name](), name).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await expect(mixed["people.invite"]()).rejects.toThrow(/does not serve in the system/);
  });

  test("they see no experiment by it", async () => {
    const { systemId, organisationId, member } = await aSystem();
    const experimentId = await registerWithRisk(member, { systemId, organisationId });
    const theo = await world.looksAfter("Theo", systemId);
    const all = await world.looksAfter("All", null);
    for (const { api } of [theo, all]) {
      expect((await api.experiments.list({ page: 1 })).cards).toEqual([]);
      await expect(api.experiments.find({ experimentId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
