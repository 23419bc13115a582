import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { people, rateLimits, sessions, signInTokens } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { Refusal } from "@/server/errors";
import type { Mail } from "@/server/mail/mail";
import { sendSignInLink } from "./email-link";
import { askNextAuth } from "./next-auth";
import { isUnspent } from "./one-use-link";
import { findPersonBySession, hashToken, sessionCookieName } from "./session";

const origin = "http://leeway.test";
let fresh: FreshDatabase;
let ada: string;
let sent: Mail[];

beforeAll(async () => {
  fresh = await freshDatabase();
  vi.stubEnv("NEXTAUTH_URL", origin);
  vi.stubEnv("NEXTAUTH_SECRET", "a secret for this test");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await fresh.drop();
});
beforeEach(async () => {
  for (const table of [sessions, signInTokens, rateLimits, people]) await fresh.db.delete(table);
  const [made] = await fresh.db.insert(people).values({ name: "Ada", email: "ada@trust.example" }).returning();
  ada = made?.id ?? "";
  sent = [];
});

const ask = (email: string, caller = "192.0.2.1", from = "/experiments") =>
  sendSignInLink(fresh.db, { email, caller, from }, (mail) => sent.push(mail));
/** The query of the link in the last e-mail. */
const lastLink = () => {
  const url = new URL(/http\S+/.exec(sent.at(-1)?.text ?? "")?.[0] ?? "");
  expect(url.origin + url.pathname).toBe(`${origin}/sign-in/link`);
  return Object.fromEntries(url.searchParams) as { email: string; token: string; from: string };
};
/** Presses the button on that page. */
const press = async ({ email, token, from }: { email: string; token: string; from: string }) => {
  const query = { email, token, callbackUrl: from };
  const answer = await askNextAuth(fresh.db, { method: "GET", path: ["callback", "email"], query, cookies: {} });
  const session = answer.cookies.get(sessionCookieName())?.value;
  return {
    to: answer.headers.get("location"),
    person: session ? await findPersonBySession(fresh.db, session) : null,
    answer,
  };
};
const countSessions = async () => (await fresh.db.select().from(sessions)).length;

describe("a link by e-mail", () => {
  test("signs its owner in, once, and takes them where they were going", async () => {
    await ask("ada@trust.example");
    expect(sent[0]?.to).toBe("ada@trust.example");
    const link = lastLink();
    const { to, person } = await press(link);
    expect(person).toMatchObject({ id: ada });
    expect(to).toBe(`${origin}/experiments`);
    const [row] = await fresh.db.select().from(people).where(eq(people.id, ada));
    expect(row?.emailVerifiedAt).not.toBeNull();

    const again = await press(link);
    expect(again.person).toBeNull();
    expect(again.to).toBe("/sign-in?problem=Verification");
    expect(await countSessions()).toBe(1);
  });

  test("is spent by one of many who press at once", async () => {
    await ask("ada@trust.example");
    const link = lastLink();
    const answers = await Promise.all(Array.from({ length: 20 }, () => press(link)));
    expect(answers.filter((one) => one.person)).toHaveLength(1);
    expect(await countSessions()).toBe(1);
  });

  test("survives whoever only looks", async () => {
    await ask("ada@trust.example");
    const link = lastLink();
    for (let look = 0; look < 3; look++) expect(await isUnspent(fresh.db, link.email, link.token)).toBe(true);
    expect((await press(link)).person).not.toBeNull();
    expect(await isUnspent(fresh.db, link.email, link.token)).toBe(false);
  });

  test("ends after 30 minutes", async () => {
    await ask("ada@trust.example");
    const link = lastLink();
    const [kept] = await fresh.db
      .select({ left: sql<number>`extract(epoch from ${signInTokens.expiresAt} - now())`.mapWith(Number) })
      .from(signInTokens);
    expect(kept?.left).toBeGreaterThan(29 * 60);
    expect(kept?.left).toBeLessThanOrEqual(30 * 60);
    await fresh.db.update(signInTokens).set({ expiresAt: sql`now()` });
    expect((await press(link)).to).toBe("/sign-in?problem=Verification");
  });

  test("is kept as a hash", async () => {
    await ask("ada@trust.example");
    const { rows } = await fresh.db.execute(sql`select t::text as whole from sign_in_tokens t`);
    const { token } = lastLink();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).toContain(hashToken(token));
    expect((await press({ email: "ada@trust.example", token: hashToken(token), from: "/" })).person).toBeNull();
  });

  test("belongs to one address", async () => {
    await fresh.db.insert(people).values({ name: "Bo", email: "bo@trust.example" });
    await ask("ada@trust.example");
    const link = lastLink();
    expect((await press({ ...link, email: "bo@trust.example" })).person).toBeNull();
    expect((await press(link)).person).toMatchObject({ id: ada });
  });

  test("does not lead to another site", async () => {
    await ask("ada@trust.example");
    expect((await press({ ...lastLink(), from: "https://elsewhere.example/" })).to).toBe(`${origin}/`);
  });

  test("does not sign in someone who was suspended meanwhile", async () => {
    await ask("ada@trust.example");
    const link = lastLink();
    await fresh.db.update(people).set({ suspendedAt: sql`now()` });
    const { to, person } = await press(link);
    expect(person).toBeNull();
    expect(to).toMatch(/^\/sign-in\?problem=/);
    expect(await countSessions()).toBe(0);
  });

  test("an earlier one stays good when another is asked for, so nobody can make someone's link useless", async () => {
    await ask("ada@trust.example");
    const first = lastLink();
    await ask("ada@trust.example");
    expect((await press(first)).person).not.toBeNull();
  });
});

describe("an address we do not know", () => {
  test.each(["nobody@trust.example", "suspended@trust.example"])(
    "gets the same answer and no e-mail: %s",
    async (email) => {
      await fresh.db
        .insert(people)
        .values({ name: "Su", email: "suspended@trust.example", suspendedAt: "2026-01-01T00:00:00Z" });
      const answer = await ask("ada@trust.example");
      sent = [];
      expect(await ask(email)).toBe(answer);
      expect(sent).toEqual([]);
      expect(await fresh.db.select().from(signInTokens)).toHaveLength(1);
    },
  );

  test("is asked of the database in as many statements as one we know", async () => {
    const statements = vi.spyOn(fresh.db.$client, "query");
    await ask("ada@trust.example");
    const forKnown = statements.mock.calls.length;
    statements.mockClear();
    await ask("nobody@trust.example");
    expect(forKnown).toBeGreaterThan(0);
    expect(statements.mock.calls.length).toBe(forKnown);
    statements.mockRestore();
  });
});

describe("asking again and again", () => {
  test("is stopped after 5 for one mailbox, known or not, whatever the caller, and goes on after 15 minutes", async () => {
    for (const email of ["ada@trust.example", "nobody@trust.example"]) {
      for (let time = 0; time < 5; time++) await ask(email, `192.0.2.${time}`);
      await expect(ask(email, "192.0.2.99")).rejects.toThrow(Refusal);
    }
    expect(sent).toHaveLength(5);
    await fresh.db.update(rateLimits).set({ resetAt: sql`now()` });
    await ask("ada@trust.example");
    expect(sent).toHaveLength(6);
  });

  test("is stopped after 100 from one caller, whatever the mailbox; another caller still may", async () => {
    for (let time = 0; time < 100; time++) await ask(`nobody${time}@trust.example`);
    await expect(ask("ada@trust.example")).rejects.toThrow(Refusal);
    await ask("ada@trust.example", "192.0.2.2");
    expect(sent).toHaveLength(1);
  });

  test("leaves no list of addresses behind", async () => {
    await ask("nobody@trust.example");
    expect(JSON.stringify(await fresh.db.select().from(rateLimits))).not.toMatch(/nobody|192\.0\.2/);
  });
});

test("next-auth's own way of asking for a link is closed", async () => {
  const answer = await askNextAuth(fresh.db, {
    method: "POST",
    path: ["signin", "email"],
    body: { email: "ada@trust.example", csrfToken: "made up" },
    cookies: {},
  });
  expect(answer.headers.get("location")).toMatch(/^\/sign-in\?problem=/);
  expect(await fresh.db.select().from(signInTokens)).toHaveLength(0);
});
