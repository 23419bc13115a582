import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { administrators, journal, people, systems } from "@/db/schema";
import { findFirstBrokenEntry } from "@/server/journal/queries";
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

/** Every procedure of an administrator in a system, called with ids that exist there. */
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

/** What is not there, what is so already, and what only an administrator of the whole installation may do. */
const refusedEvenSo: Record<string, string> = {
  "people.addMembership": "UNPROCESSABLE_CONTENT",
  "people.endMembership": "NOT_FOUND",
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

describe("a system", () => {
  test("is added by whoever looks after the installation only, and named by its own administrators", async () => {
    const all = await world.looksAfter("All", null);
    const { systemId } = await all.api.admin.systems.add({ key: key(), name: "  Larkmoor ICS ", population: 742_000 });
    const theo = await world.looksAfter("Theo", systemId);
    await expect(theo.api.admin.systems.add({ key: key(), name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await theo.api.admin.systems.name({ key: key(), systemId, name: "Larkmoor and Penwick ICS" });
    expect(await theo.api.admin.systems.list()).toEqual({
      mayAdd: false,
      systems: [
        expect.objectContaining({
          name: "Larkmoor and Penwick ICS",
          population: null,
          organisations: 0,
          people: 0,
          boards: 0,
        }),
      ],
    });
    const [kept] = await world.db.select().from(systems).where(eq(systems.id, systemId));
    expect(kept?.population).toBeNull();
  });

  test.each([{ name: " " }, { name: "A", population: 0 }, { name: "A", population: 1.5 }, { name: "A\u0000" }])(
    "is not named %j",
    async (named) => {
      const all = await world.looksAfter("All", null);
      await expect(all.api.admin.systems.add({ key: key(), ...named })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    },
  );

  test("remembers what its administrators did, in its journal", async () => {
    const all = await world.looksAfter("All", null);
    const { systemId } = await all.api.admin.systems.add({ key: key(), name: "Larkmoor ICS" });
    await all.api.admin.organisations.add({ key: key(), systemId, list: "North, N, acute\nSouth, S, council" });
    const entries = await world.db
      .select()
      .from(journal)
      .where(eq(journal.systemId, systemId))
      .orderBy(journal.sequence);
    expect(entries.map((entry) => entry.act)).toEqual([
      "added the system: Larkmoor ICS",
      "added an organisation: North",
      "added an organisation: South",
    ]);
    expect(entries.every((entry) => entry.personId === all.id)).toBe(true);
    expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
  });
});

describe("organisations", () => {
  test("are added from a pasted list, all or none, and not twice", async () => {
    const { systemId } = await aSystem();
    const theo = await world.looksAfter("Theo", systemId);
    const add = (list: string) => theo.api.admin.organisations.add({ key: key(), systemId, list });
    const names = async () => (await theo.api.admin.organisations.list({ systemId })).map((one) => one.name);
    await expect(add("North, N, acute\nSouth, S, hospitl")).rejects.toThrow(/Line 2: "hospitl" is not a kind we know/);
    expect(await names()).toEqual(["Penwick Trust"]);
    expect(await add("North, N, acute\nSouth, S, council")).toEqual({ added: 2, alreadyHere: 0 });
    expect(await add("north, N, acute\nWest, W, charity")).toEqual({ added: 1, alreadyHere: 1 });
    expect(await names()).toEqual(["North", "Penwick Trust", "South", "West"]);
  });

  test("that several systems share are one, by their ODS code, and are renamed by none of the systems alone", async () => {
    const [here, there] = [await aSystem(), await aSystem()];
    const theo = await world.looksAfter("Theo", here.systemId);
    const una = await world.looksAfter("Una", there.systemId);
    const list = "Larkmoor Ambulance, LAS, ambulance, RLA";
    await theo.api.admin.organisations.add({ key: key(), systemId: here.systemId, list });
    await una.api.admin.organisations.add({
      key: key(),
      systemId: there.systemId,
      list: list.replace("Larkmoor ", ""),
    });
    const find = async (api: Caller, systemId: string) => {
      const all = await api.admin.organisations.list({ systemId });
      return all.find((one) => one.odsCode === "RLA");
    };
    const organisationId = (await find(una.api, there.systemId))?.id ?? "";
    expect((await find(theo.api, here.systemId))?.id).toBe(organisationId);
    const edited = { name: "Mine now", shortName: "M", kind: "charity" as const, endsOn: "2030-01-31" };
    await una.api.admin.organisations.edit({ key: key(), systemId: there.systemId, organisationId, ...edited });
    expect(await find(una.api, there.systemId)).toMatchObject({ name: "Larkmoor Ambulance", endsOn: "2030-01-31" });
    expect(await find(theo.api, here.systemId)).toMatchObject({ name: "Larkmoor Ambulance", endsOn: null });
  });
});

describe("boards", () => {
  test("get seats for people who are known, and for new ones by name", async () => {
    const { systemId, boardId, member } = await aSystem();
    const theo = await world.looksAfter("Theo", systemId);
    const [{ email } = { email: null }] = await world.db.select().from(people).where(eq(people.id, member.id));
    const seat = { key: "", systemId, boardId, name: "", job: "", role: "member" as const, fromOn: "2020-01-01" };
    const give = (more: object) => theo.api.admin.boards.seat({ ...seat, email: "", ...more, key: key() });
    expect(await give({ email })).toEqual({ personId: member.id, isNew: false });
    await expect(give({ email })).rejects.toThrow(/already sit on this board/);
    await expect(give({ email: "cordelia@chairs.example" })).rejects.toThrow(/Enter their name/);
    await give({ email: "cordelia@chairs.example", name: "Cordelia", role: "chair" });
    const { seats } = await theo.api.admin.boards.find({ systemId, boardId });
    expect(seats.map(({ name, role, current }) => ({ name, role, current }))).toEqual([
      { name: "Cordelia", role: "chair", current: true },
      { name: "Member", role: "member", current: true },
    ]);
    const cordelia = seats[0];
    const end = (lastOn: string) =>
      theo.api.admin.boards.endSeat({ key: key(), systemId, boardId, seatId: cordelia?.id ?? "", lastOn });
    await expect(end("2019-12-30")).rejects.toThrow(/before the first/);
    await end("2020-06-30");
    expect((await theo.api.admin.boards.find({ systemId, boardId })).seats[0]).toMatchObject({ current: false });
  });

  test("are arranged with a name and a rule for their meetings", async () => {
    const { systemId } = await aSystem();
    const theo = await world.looksAfter("Theo", systemId);
    const everySecondTuesday = {
      frequency: "every second week",
      weekday: "Tuesday",
      countedFrom: "2026-12-08",
    } as const;
    const hours = { startTime: "8:30am", endTime: "10am" };
    const sent = { key: key(), systemId, name: "System board", meetingRule: { ...everySecondTuesday, ...hours } };
    const { boardId } = await theo.api.admin.boards.add(sent);
    const meetingRule = { ...everySecondTuesday, startTime: "08:30", endTime: "10:00" };
    const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    const found = { id: boardId, name: "System board", meetingRule, today, seats: [] };
    expect(await theo.api.admin.boards.find({ systemId, boardId })).toEqual(found);
    await theo.api.admin.boards.edit({ ...sent, key: key(), boardId, meetingRule: noFixedDay });
    expect(await theo.api.admin.boards.find({ systemId, boardId })).toMatchObject({ meetingRule: noFixedDay });
  });
});

test("whoever looks after the installation names who looks after a system, and ends it", async () => {
  const { systemId, member } = await aSystem();
  const all = await world.looksAfter("All", null);
  const named = { systemId, personId: member.id };
  await all.api.admin.administrators.name({ key: key(), ...named });
  expect((await member.api.admin.systems.list()).systems).toHaveLength(1);
  await all.api.admin.administrators.end({ key: key(), ...named });
  await expect(member.api.admin.systems.list()).rejects.toMatchObject({ code: "NOT_FOUND" });
  const ofAll = and(eq(administrators.personId, all.id), isNull(administrators.systemId));
  expect(await world.db.select().from(administrators).where(ofAll)).toHaveLength(1);
});
