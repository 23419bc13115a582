import { eq, sql } from "drizzle-orm";
import type { NextResponse } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { accounts, people, sessions } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { askNextAuth, beginAtProvider } from "./next-auth";
import { connectingCookieName } from "./options";
import { findPersonBySession, hashToken, sessionCookieName, startSession } from "./session";
import { goThrough, startProvider, type TestingProvider } from "./testing-provider";

const origin = "http://leeway.test";
let fresh: FreshDatabase;
let provider: TestingProvider;
let ada: string;

type Jar = Record<string, string>;

beforeAll(async () => {
  vi.spyOn(console, "info").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
  fresh = await freshDatabase();
  provider = await startProvider(`${origin}/api/auth/callback/oidc`);
  vi.stubEnv("NEXTAUTH_URL", origin);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test");
  vi.stubEnv("OIDC_ISSUER", provider.issuer);
  vi.stubEnv("OIDC_CLIENT_ID", provider.clientId);
  vi.stubEnv("OIDC_CLIENT_SECRET", provider.clientSecret);
  vi.stubEnv("OIDC_NAME", "Council sign-in");
  vi.spyOn(console, "error").mockReturnValue();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await provider.close();
  await fresh.drop();
});
beforeEach(async () => {
  for (const table of [sessions, accounts, people]) await fresh.db.delete(table);
  const [made] = await fresh.db.insert(people).values({ name: "Ada", email: "ada@trust.example" }).returning();
  ada = made?.id ?? "";
});

const keep = (jar: Jar, answer: NextResponse): Jar => {
  const merged = { ...jar };
  for (const { name, value } of answer.cookies.getAll()) merged[name] = value;
  return merged;
};

/** Goes to the provider as someone and comes back; `meddle` changes what comes back. */
async function signInThere(subject: string, jar: Jar = {}, meddle: (back: URL, jar: Jar) => void = () => {}) {
  const began = await beginAtProvider(fresh.db, "/experiments?stage=running", jar);
  const there = began.headers.get("location") ?? "";
  expect(new URL(there).origin).toBe(provider.issuer);
  const withChecks = keep(jar, began);
  const back = await goThrough(there, subject, provider.issuer);
  expect(back.origin + back.pathname).toBe(`${origin}/api/auth/callback/oidc`);
  meddle(back, withChecks);
  const ended = await askNextAuth(fresh.db, {
    method: "GET",
    path: ["callback", "oidc"],
    query: Object.fromEntries(back.searchParams),
    cookies: withChecks,
  });
  const token = ended.cookies.get(sessionCookieName())?.value;
  return {
    to: ended.headers.get("location"),
    person: token ? await findPersonBySession(fresh.db, token) : null,
    ended,
  };
}
const forget = (jar: Jar, names: RegExp) => {
  for (const name of Object.keys(jar)) if (names.test(name)) delete jar[name];
};
const connect = (subject: string, personId = ada) =>
  fresh.db.insert(accounts).values({ provider: provider.issuer, subject, personId });
const signedIn = async () => {
  const { token } = await startSession(fresh.db, ada);
  return { token, jar: { [sessionCookieName()]: token } };
};
const count = async () => ({
  sessions: (await fresh.db.select().from(sessions)).length,
  accounts: (await fresh.db.select().from(accounts)).length,
  people: (await fresh.db.select().from(people)).length,
});

describe("signing in at the organisation's own provider", () => {
  test("lets in a connected person, back to where they were going, under a new token that scripts cannot read", async () => {
    await connect("ada-there");
    const { to, person, ended } = await signInThere("ada-there");
    expect(person).toMatchObject({ id: ada });
    expect(to).toBe(`${origin}/experiments?stage=running`);
    const cookie = ended.headers.getSetCookie().find((one) => one.startsWith(sessionCookieName())) ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    for (const used of ["state", "pkce.code_verifier", "nonce"]) {
      const gone = ended.headers.getSetCookie().find((one) => one.startsWith(`next-auth.${used}=`));
      expect(gone, used).toMatch(/^[^=]+=; Max-Age=0/);
    }
  });

  test("sends PKCE, state and nonce along, and asks for nothing but who someone is", async () => {
    const began = await beginAtProvider(fresh.db, "/", {});
    const sentParams = new URL(began.headers.get("location") ?? "").searchParams;
    expect(sentParams.get("code_challenge_method")).toBe("S256");
    for (const check of ["code_challenge", "state", "nonce"]) expect(sentParams.get(check)?.length).toBeGreaterThan(20);
    expect(sentParams.get("scope")).toBe("openid");
    expect(sentParams.get("csrfToken")).toBeNull();
  });

  test("keeps nothing that the provider handed out", async () => {
    await connect("ada-there");
    await signInThere("ada-there");
    const { rows } = await fresh.db.execute(sql`select a::text as whole from accounts a`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/eyJ/);
  });

  test("refuses a subject it does not know, whether or not its e-mail address is known, and makes nobody", async () => {
    const before = await count();
    const { to, person } = await signInThere("a stranger with Ada's e-mail address");
    expect(person).toBeNull();
    expect(to).toBe("/sign-in?problem=not-connected");
    await fresh.db.update(people).set({ email: "other@trust.example" });
    expect((await signInThere("a stranger")).to).toBe("/sign-in?problem=not-connected");
    expect(await count()).toEqual(before);
  });

  test("takes a subject of another provider for a stranger", async () => {
    await fresh.db.insert(accounts).values({ provider: "https://other.example", subject: "ada-there", personId: ada });
    expect((await signInThere("ada-there")).to).toBe("/sign-in?problem=not-connected");
  });

  test("refuses someone who is suspended", async () => {
    await connect("ada-there");
    await fresh.db.update(people).set({ suspendedAt: sql`now()` });
    const { to, person } = await signInThere("ada-there");
    expect(person).toBeNull();
    expect(to).toBe("/sign-in?problem=not-connected");
    expect(await count()).toMatchObject({ sessions: 0 });
  });

  test.each([
    ["another state", (back: URL) => back.searchParams.set("state", "made up")],
    ["no state", (back: URL) => back.searchParams.delete("state")],
    ["another code", (back: URL) => back.searchParams.set("code", "made up")],
    ["another issuer", (back: URL) => back.searchParams.set("iss", "https://elsewhere.example")],
    ["another browser", (_: URL, jar: Jar) => forget(jar, /./)],
    ["no PKCE verifier", (_: URL, jar: Jar) => forget(jar, /pkce/)],
    ["no nonce", (_: URL, jar: Jar) => forget(jar, /nonce/)],
  ])("lets nobody in who comes back with %s", async (_, meddle) => {
    await connect("ada-there");
    const { to, person } = await signInThere("ada-there", {}, meddle);
    expect(person).toBeNull();
    expect(to).toMatch(/^\/sign-in\?problem=/);
    expect(await count()).toMatchObject({ sessions: 0 });
  });

  test("ends whoever this browser was before", async () => {
    const [bo] = await fresh.db.insert(people).values({ name: "Bo" }).returning();
    await connect("bo-there", bo?.id);
    const { token, jar } = await signedIn();
    expect((await signInThere("bo-there", jar)).person).toMatchObject({ name: "Bo" });
    expect(await findPersonBySession(fresh.db, token)).toBeNull();
  });

  test("does not go to a provider that calls itself something else than was configured", async () => {
    vi.stubEnv("OIDC_ISSUER", `${provider.issuer}/`);
    await expect(beginAtProvider(fresh.db, "/", {})).rejects.toThrow(/calls itself/);
    vi.stubEnv("OIDC_ISSUER", provider.issuer);
  });
});

describe("connecting an account while signed in", () => {
  test("links it to the person who asked, who can then sign in there", async () => {
    const { token, jar } = await signedIn();
    const { person } = await signInThere("ada-there", { ...jar, [connectingCookieName()]: hashToken(token) });
    expect(person).toMatchObject({ id: ada });
    expect(await count()).toEqual({ sessions: 1, accounts: 1, people: 1 });
    expect((await signInThere("ada-there")).person).toMatchObject({ id: ada });
  });

  test("tells them by e-mail", async () => {
    const { token, jar } = await signedIn();
    vi.mocked(console.info).mockClear();
    await signInThere("ada-there", { ...jar, [connectingCookieName()]: hashToken(token) });
    expect(vi.mocked(console.info).mock.calls.join()).toMatch(/ada@trust\.example.*Council sign-in/s);
  });

  test("is not done for someone who only signed in on a browser where another person still was", async () => {
    const { jar } = await signedIn();
    const { to } = await signInThere("a stranger", jar);
    expect(to).toBe("/sign-in?problem=not-connected");
    expect(await count()).toMatchObject({ accounts: 0 });
  });

  test("is not done under another session's mark, nor under one that has ended", async () => {
    const { token, jar } = await signedIn();
    const other = await signedIn();
    const mark = { [connectingCookieName()]: hashToken(other.token) };
    expect((await signInThere("ada-there", { ...jar, ...mark })).to).toBe("/sign-in?problem=not-connected");
    await fresh.db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)));
    const own = { [connectingCookieName()]: hashToken(token) };
    expect((await signInThere("ada-there", { ...jar, ...own })).to).toBe("/sign-in?problem=not-connected");
    expect(await count()).toMatchObject({ accounts: 0 });
  });

  test("leaves an account with the person who has it", async () => {
    const [bo] = await fresh.db.insert(people).values({ name: "Bo" }).returning();
    await connect("bo-there", bo?.id);
    const { token, jar } = await signedIn();
    const { to, person } = await signInThere("bo-there", { ...jar, [connectingCookieName()]: hashToken(token) });
    expect(to).toBe("/sign-in?problem=OAuthAccountNotLinked");
    expect(person).toBeNull();
    expect(await findPersonBySession(fresh.db, token)).toMatchObject({ id: ada });
  });
});
