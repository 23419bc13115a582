import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { memberships, people, sessions, signInTokens } from "@/db/schema";
import { findPersonBySession, startSession } from "@/server/auth/session";
import { key } from "@/server/testing";
import { aMembership, testAdministration } from "../testing";

const world = testAdministration();
beforeAll(() => {
  vi.stubEnv("NEXTAUTH_URL", "http://leeway.test");
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function twoSystems() {
  const [systemId, otherId] = [await world.system(), await world.system("Elsewhere")];
  const organisationId = await world.organisation(systemId, "Penwick");
  const otherOrganisationId = await world.organisation(otherId, "Faraway");
  const theo = await world.looksAfter("Theo", systemId);
  return { systemId, otherId, organisationId, otherOrganisationId, theo };
}
const someone = () => ({ name: "Shanice", email: `${crypto.randomUUID()}@penwick.example`, job: "care coordinator" });
const today = async () =>
  (await world.db.execute<{ day: string }>(sql`select london_today()::text as day`)).rows[0]?.day ?? "";
const dayBefore = async () =>
  (await world.db.execute<{ day: string }>(sql`select (london_today() - 1)::text as day`)).rows[0]?.day ?? "";

describe("inviting someone", () => {
  test("adds them to an organisation, once however often it is sent, and lets them in from the next request on", async () => {
    const { systemId, organisationId, theo } = await twoSystems();
    const who = someone();
    const sent = { key: key(), systemId, organisationId, ...aMembership, ...who, team: "Ward 7B" };
    const { personId } = await theo.api.admin.people.invite(sent);
    expect(await theo.api.admin.people.invite(sent)).toEqual({ personId });
    expect(await theo.api.admin.people.find({ systemId, personId })).toMatchObject({
      ...who,
      hasSignedIn: false,
      works: ["Penwick, Ward 7B"],
      memberships: [{ organisation: "Penwick Trust", role: "member", current: true, endsOn: null }],
    });
  });

  test("knows someone by their e-mail address, and leaves the name and job they gave themselves", async () => {
    const { systemId, otherId, organisationId, otherOrganisationId, theo } = await twoSystems();
    const una = await world.looksAfter("Una", otherId);
    const who = someone();
    const there = { key: key(), systemId: otherId, organisationId: otherOrganisationId, ...aMembership, ...who };
    const { personId } = await una.api.admin.people.invite(there);
    const here = {
      ...aMembership,
      ...who,
      name: "Another Name",
      email: who.email.toUpperCase(),
      organisationId,
      systemId,
    };
    expect(await theo.api.admin.people.invite({ key: key(), ...here })).toEqual({ personId });
    const found = await theo.api.admin.people.find({ systemId, personId });
    expect(found.name).toBe("Shanice");
    expect(found.memberships).toHaveLength(1); // Theo does not see their other systems
  });

  test("refuses an organisation of another system, the same place twice at once, and days in the wrong order", async () => {
    const { systemId, organisationId, otherOrganisationId, theo } = await twoSystems();
    const invite = (more: object) =>
      theo.api.admin.people.invite({ key: key(), systemId, organisationId, ...aMembership, ...who, ...more });
    const who = someone();
    await expect(invite({ organisationId: otherOrganisationId })).rejects.toThrow(/does not serve in the system/);
    expect(await world.db.select().from(people).where(eq(people.email, who.email))).toEqual([]); // nothing half-saved
    await invite({ endsOn: "2030-12-31" });
    await expect(invite({ fromOn: "2030-12-31" })).rejects.toThrow(/already work at Penwick Trust/);
    await invite({ fromOn: "2031-01-01" });
    await expect(invite({ fromOn: "2029-02-01", endsOn: "2029-01-31" })).rejects.toThrow();
  });

  test.each(["shanice", "shanice@penwick", "shanice@penwick.example, b@c.example", "Ｓhanice@penwick.example", ""])(
    "refuses %j for an address",
    async (email) => {
      const { systemId, organisationId, theo } = await twoSystems();
      const invite = { key: key(), systemId, organisationId, ...aMembership, ...someone(), email };
      await expect(theo.api.admin.people.invite(invite)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    },
  );
});

describe("the e-mail of an invitation", () => {
  const printed = vi.spyOn(console, "info").mockReturnValue();
  beforeEach(() => {
    printed.mockClear();
  });

  test("goes to the invited, from a person, with a link that works for a week", async () => {
    const { systemId, organisationId, theo } = await twoSystems();
    const who = someone();
    const { personId } = await theo.api.admin.people.invite({
      key: key(),
      systemId,
      organisationId,
      ...aMembership,
      ...who,
    });
    const sent = { key: key(), systemId, personId };
    await theo.api.admin.people.sendInvitation(sent);
    await theo.api.admin.people.sendInvitation(sent); // the same request, sent twice
    expect(printed).toHaveBeenCalledOnce();
    const text = String(printed.mock.calls[0]?.[0]);
    expect(text).toContain(who.email);
    expect(text).toContain("Theo has added you to Leeway for Larkmoor and Penwick");
    expect(text).toMatch(/http:\/\/leeway\.test\/sign-in\/link\?email=/);
    const [kept] = await world.db
      .select({ days: sql<number>`extract(epoch from ${signInTokens.expiresAt} - now()) / 86400`.mapWith(Number) })
      .from(signInTokens)
      .where(eq(signInTokens.identifier, who.email));
    expect(kept?.days).toBeCloseTo(7, 2);
  });

  test("is not said to be sent when the mail server did not take it, and leaves no link behind", async () => {
    const { systemId, organisationId, theo } = await twoSystems();
    const who = someone();
    const { personId } = await theo.api.admin.people.invite({
      key: key(),
      systemId,
      organisationId,
      ...aMembership,
      ...who,
    });
    vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
    const logged = vi.spyOn(console, "error").mockReturnValue();
    await expect(theo.api.admin.people.sendInvitation({ key: key(), systemId, personId })).rejects.toThrow(
      /could not be sent/,
    );
    expect(logged).toHaveBeenCalledOnce();
    vi.stubEnv("SMTP_URL", undefined);
    logged.mockRestore();
    expect(await world.db.select().from(signInTokens).where(eq(signInTokens.identifier, who.email))).toEqual([]);
  });
});

describe("ending a membership", () => {
  test("closes the door on the next request after its last day, and keeps the history", async () => {
    const { systemId, organisationId, theo } = await twoSystems();
    const callum = await world.person("Callum", { systemId, organisationId });
    const [membership] = (await theo.api.admin.people.find({ systemId, personId: callum.id })).memberships;
    const end = (lastOn: string) =>
      theo.api.admin.people.endMembership({
        key: key(),
        systemId,
        personId: callum.id,
        membershipId: membership?.id ?? "",
        lastOn,
      });
    await end(await today());
    expect(await callum.api.organisations.systems()).toHaveLength(1);
    await end(await dayBefore());
    expect(await callum.api.organisations.systems()).toEqual([]);
    expect((await theo.api.admin.people.find({ systemId, personId: callum.id })).memberships).toHaveLength(1);
  });

  test("refuses a last day before the first, and another system's membership", async () => {
    const { systemId, organisationId, otherId, otherOrganisationId, theo } = await twoSystems();
    const callum = await world.person("Callum", { systemId, organisationId });
    await world.db.insert(memberships).values({
      ...aMembership,
      systemId: otherId,
      organisationId: otherOrganisationId,
      personId: callum.id,
    });
    const rows = await world.db.select().from(memberships).where(eq(memberships.personId, callum.id));
    const end = (at: string, lastOn: string) =>
      theo.api.admin.people.endMembership({
        key: key(),
        systemId,
        personId: callum.id,
        membershipId: rows.find((row) => row.systemId === at)?.id ?? "",
        lastOn,
      });
    await expect(end(systemId, "2019-12-30")).rejects.toThrow(/before the first/);
    await expect(end(otherId, "2026-01-01")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const after = await world.db.select().from(memberships).where(eq(memberships.personId, callum.id));
    expect(after.every((row) => row.endsOn === null)).toBe(true);
  });
});

describe("suspending someone", () => {
  test("signs them out everywhere at once, and lifting it lets them sign in again but brings no session back", async () => {
    const { systemId, organisationId, theo } = await twoSystems();
    const jo = await world.person("Jo", { systemId, organisationId });
    const { token } = await startSession(world.db, jo.id);
    await theo.api.admin.people.suspend({ key: key(), systemId, personId: jo.id });
    expect(await findPersonBySession(world.db, token)).toBeNull();
    expect(await world.db.select().from(sessions).where(eq(sessions.personId, jo.id))).toEqual([]);
    await expect(jo.api.organisations.systems()).resolves.toEqual([]);
    await theo.api.admin.people.liftSuspension({ key: key(), systemId, personId: jo.id });
    expect(await findPersonBySession(world.db, token)).toBeNull();
    expect(await jo.api.organisations.systems()).toHaveLength(1);
  });

  test("takes looking after every system they work in", async () => {
    const { systemId, organisationId, otherId, otherOrganisationId, theo } = await twoSystems();
    const ravi = await world.person("Ravi", { systemId, organisationId });
    const far = { ...aMembership, systemId: otherId, organisationId: otherOrganisationId, personId: ravi.id };
    await world.db.insert(memberships).values(far);
    const suspend = { key: key(), systemId, personId: ravi.id };
    expect((await theo.api.admin.people.find(suspend)).whyNotSuspend).toMatch(/also work in a system/);
    await expect(theo.api.admin.people.suspend(suspend)).rejects.toThrow(/also work in a system/);
    const everywhere = await world.looksAfter("Everywhere", null);
    await everywhere.api.admin.people.suspend({ ...suspend, key: key() });
    const [row] = await world.db.select().from(people).where(eq(people.id, ravi.id));
    expect(row?.suspendedAt).not.toBeNull();
  });

  test("is not for oneself, nor for whoever looks after all of Leeway", async () => {
    const { systemId, organisationId, theo } = await twoSystems();
    const all = await world.looksAfter("All", null);
    for (const { id } of [theo, all]) {
      await world.db.insert(memberships).values({ ...aMembership, systemId, organisationId, personId: id });
    }
    const suspend = (personId: string) => theo.api.admin.people.suspend({ key: key(), systemId, personId });
    await expect(suspend(theo.id)).rejects.toThrow(/cannot suspend yourself/);
    await expect(suspend(all.id)).rejects.toThrow(/whole of Leeway/);
  });
});

test("the list finds people by name, job or address, takes what is typed literally, and comes in pages", async () => {
  const { systemId, organisationId, theo } = await twoSystems();
  for (let n = 0; n < 52; n++) await world.person(`Person ${String(n).padStart(2, "0")}`, { systemId, organisationId });
  await world.person("Zoë 🌻 Ng_100%", { systemId, organisationId });
  const list = (q?: string, page = 1) => theo.api.admin.people.list({ systemId, q, page });
  expect(await list()).toMatchObject({ total: 54, pages: 2 }); // including Theo, the administrator
  expect((await list("", 2)).people).toHaveLength(4);
  expect((await list("zoë")).people.map((one) => one.name)).toEqual(["Zoë 🌻 Ng_100%"]);
  expect((await list("Ng_100%")).total).toBe(1);
  expect((await list("n__1")).total).toBe(0);
});
