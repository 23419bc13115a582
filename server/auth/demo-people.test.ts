import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { installation, memberships, organisations, people, sessions, systemOrganisations, systems } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { NotFound } from "@/server/errors";
import { isDemoWorld, listDemoPeople, startDemoSession } from "./demo-people";
import { findPersonBySession } from "./session";

let fresh: FreshDatabase;
const ids = { ada: "", bo: "", cy: "" };

beforeAll(async () => {
  fresh = await freshDatabase();
  const made = await fresh.db
    .insert(people)
    .values([{ name: "Ada", job: "nurse" }, { name: "Bo", job: "doctor" }, { name: "Cy" }])
    .returning();
  [ids.ada, ids.bo, ids.cy] = made.map((person) => person.id) as [string, string, string];
  const [system] = await fresh.db.insert(systems).values({ name: "Here" }).returning();
  const [north, south] = await fresh.db
    .insert(organisations)
    .values([
      { name: "North", shortName: "N", kind: "acute" },
      { name: "South", shortName: "S", kind: "council" },
    ])
    .returning();
  const systemId = system?.id ?? "";
  const at = (personId: string, organisationId = "", endsOn?: string) =>
    ({ systemId, personId, organisationId, role: "member", fromOn: "2020-01-01", endsOn }) as const;
  await fresh.db.insert(systemOrganisations).values([
    { systemId, organisationId: north?.id ?? "", fromOn: "2020-01-01" },
    { systemId, organisationId: south?.id ?? "", fromOn: "2020-01-01" },
  ]);
  await fresh.db
    .insert(memberships)
    .values([at(ids.ada, south?.id), at(ids.ada, north?.id), at(ids.bo, north?.id, "2021-01-01")]);
  await fresh.db.update(people).set({ suspendedAt: sql`now()` }).where(eq(people.id, ids.cy));
});
afterAll(() => fresh.drop());
afterEach(async () => {
  vi.unstubAllEnvs();
  await fresh.db.delete(installation);
});

const mark = (demoWorld: boolean) => fresh.db.insert(installation).values({ demoWorld });
const countSessions = async () => (await fresh.db.select().from(sessions)).length;

describe("the people of the demo world", () => {
  test.each([
    { launcher: undefined, database: true },
    { launcher: "0", database: true },
    { launcher: "true", database: true },
    { launcher: "1", database: false },
    { launcher: "1", database: null },
  ])(
    "are nobody's to be when the launcher says $launcher and the database $database",
    async ({ launcher, database }) => {
      vi.stubEnv("LEEWAY_DEMO", launcher);
      if (database !== null) await mark(database);
      expect(await isDemoWorld(fresh.db)).toBe(false);
      expect(await listDemoPeople(fresh.db)).toEqual([]);
      await expect(startDemoSession(fresh.db, ids.ada)).rejects.toThrow(NotFound);
      expect(await countSessions()).toBe(0);
    },
  );

  test("are listed with where they work today; who is suspended is not", async () => {
    vi.stubEnv("LEEWAY_DEMO", "1");
    await mark(true);
    expect(await listDemoPeople(fresh.db)).toEqual([
      { id: ids.ada, name: "Ada", job: "nurse", organisations: ["North", "South"] },
      { id: ids.bo, name: "Bo", job: "doctor", organisations: [] },
    ]);
  });

  test("sign in with one press, unless they are suspended or not there", async () => {
    vi.stubEnv("LEEWAY_DEMO", "1");
    await mark(true);
    const { token } = await startDemoSession(fresh.db, ids.ada);
    expect(await findPersonBySession(fresh.db, token)).toMatchObject({ name: "Ada" });
    await expect(startDemoSession(fresh.db, ids.cy)).rejects.toThrow(NotFound);
    await expect(startDemoSession(fresh.db, "0192d3a0-0000-7000-8000-000000000000")).rejects.toThrow(NotFound);
    expect(await countSessions()).toBe(1);
  });
});
