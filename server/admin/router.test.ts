import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { administrators, journal, people, systems } from "@/db/schema";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { key } from "@/server/testing";
import { testAdministration } from "./testing";

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

type Caller = Awaited<ReturnType<typeof world.person>>["api"];

async function aSystem() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "Penwick");
  const board = await world.board(systemId, "Place board");
  const member = await world.person("Member", { systemId, organisationId });
  return { systemId, organisationId, boardId: board, member };
}

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
