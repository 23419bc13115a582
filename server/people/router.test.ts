import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { accounts, administrators, journal, people, sessions } from "@/db/schema";
import { idleHours } from "@/server/auth/limits";
import { hashToken, startSession } from "@/server/auth/session";
import { key, testSystem } from "@/server/testing";

const world = testSystem();
afterEach(() => vi.unstubAllEnvs());

const ada = async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "Penwick");
  return world.person("Ada", { systemId, organisationId });
};
const openSessions = async (personId: string) =>
  (await world.db.select().from(sessions).where(eq(sessions.personId, personId))).length;

describe("one's own account", () => {
  test("says who one is, where one works today and how one signs in", async () => {
    const { api } = await ada();
    expect(await api.people.account()).toMatchObject({
      name: "Ada",
      job: "nurse",
      email: expect.stringContaining("@larkmoor.example"),
      works: [{ organisation: "Penwick Trust", role: "member", endsOn: null }],
      provider: null,
    });
  });

  test("has a key for each device, the same every time, which nobody else gets and nobody without a session", async () => {
    const [one, other] = [await ada(), await ada()];
    const deviceId = key();
    const { key: mine, secondsLeft } = await one.api.people.deviceKey({ deviceId });
    expect((await one.api.people.deviceKey({ deviceId })).key).toBe(mine);
    expect((await one.api.people.deviceKey({ deviceId: key() })).key).not.toBe(mine);
    expect((await other.api.people.deviceKey({ deviceId })).key).not.toBe(mine);
    expect(secondsLeft).toBeLessThanOrEqual(idleHours * 3_600);
    await expect(world.nobody().people.deviceKey({ deviceId })).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("is changed by its owner, and nobody else's with it", async () => {
    const [{ id, api }, other] = [await ada(), await ada()];
    await api.people.editProfile({ key: key(), name: "  Ada Ruth  ", job: "ward sister" });
    const names = async (personId: string) =>
      (await world.db.select().from(people).where(eq(people.id, personId))).map(({ name, job }) => [name, job]);
    expect(await names(id)).toEqual([["Ada Ruth", "ward sister"]]);
    expect(await names(other.id)).toEqual([["Ada", "nurse"]]);
  });

  test("I11: a new name stands in the journals of systems that its owner has left or looks after, too", async () => {
    const { id, api } = await world.person("Theo");
    const [left, lookedAfter, other] = [await world.system(), await world.system(), await world.system()];
    const organisationId = await world.organisation(left, "Penwick");
    await world.works({
      systemId: left,
      organisationId,
      personId: id,
      role: "member",
      fromOn: "2020-01-01",
      endsOn: "2021-01-01",
    });
    await world.db.insert(administrators).values({ personId: id, systemId: lookedAfter });
    await api.people.editProfile({ key: key(), name: "Theodora", job: "nurse" });
    const said = (await world.db.select().from(journal)).filter(({ personId }) => personId === id);
    expect(new Set(said.map(({ systemId }) => systemId))).toEqual(new Set([left, lookedAfter]));
    expect(said.map(({ systemId }) => systemId)).not.toContain(other);
    expect(said.map(({ act }) => act)).toEqual(said.map(() => "took another name, Theodora instead of Theo"));
  });

  test("keeps a name that is empty, or holds what cannot be kept, out", async () => {
    const { api } = await ada();
    for (const name of ["", "   ", "A\u0000da", "Ada \ud83c"]) {
      await expect(api.people.editProfile({ key: key(), name, job: "nurse" })).rejects.toThrow();
    }
    expect(await api.people.account()).toMatchObject({ name: "Ada" });
  });

  test("lists one's own sessions and ends one at once; another person's cannot be ended", async () => {
    const [mine, other] = [await ada(), await ada()];
    const here = await startSession(world.db, mine.id);
    const theirs = await startSession(world.db, other.id);
    expect((await mine.api.people.sessions()).map((one) => one.id)).toEqual([hashToken(here.token)]);
    await mine.api.people.endSession({ key: key(), sessionId: hashToken(theirs.token) });
    expect(await openSessions(other.id)).toBe(1);
    await mine.api.people.endSession({ key: key(), sessionId: hashToken(here.token) });
    expect(await openSessions(mine.id)).toBe(0);
  });

  test("shows the provider's account and disconnects one's own only", async () => {
    for (const name of ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]) vi.stubEnv(name, "x");
    vi.stubEnv("OIDC_ISSUER", "https://sign-in.council.example");
    const [mine, other] = [await ada(), await ada()];
    for (const { id } of [mine, other]) {
      await world.db
        .insert(accounts)
        .values({ provider: "https://sign-in.council.example", subject: id, personId: id });
    }
    const provider = async ({ api }: typeof mine) => (await api.people.account()).provider;
    expect(await provider(mine)).toEqual({ name: "sign-in.council.example", connected: true });
    await mine.api.people.disconnectAccount({ key: key() });
    expect(await provider(mine)).toMatchObject({ connected: false });
    expect(await provider(other)).toMatchObject({ connected: true });
  });

  test("is nobody's without signing in", async () => {
    await expect(world.nobody().people.account()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(world.nobody().people.sessions()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});
