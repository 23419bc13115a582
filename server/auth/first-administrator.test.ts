import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { administrators, people, sessions, signInTokens } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { Refusal } from "@/server/errors";
import { becomeFirstAdministrator, firstAdministratorLink } from "./first-administrator";
import { firstAdministrator, isUnspent } from "./one-use-link";
import { findPersonBySession } from "./session";

const origin = "http://leeway.test:3100";
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  for (const table of [sessions, signInTokens, administrators, people]) await fresh.db.delete(table);
});

const makeLink = async () => {
  const link = await firstAdministratorLink(fresh.db, origin);
  const [, token] = /^http:\/\/leeway\.test:3100\/welcome\/([\w-]{43})$/.exec(link ?? "") ?? [];
  if (!token) throw new Error(`Not a link: ${link}`);
  return token;
};
const become = (token: string, email = "ada@trust.example") =>
  becomeFirstAdministrator(fresh.db, { token, name: "Ada", email });

describe("the first administrator's link", () => {
  test("makes its user the administrator of the installation and signs them in", async () => {
    const { token } = await become(await makeLink());
    expect(await findPersonBySession(fresh.db, token)).toMatchObject({ name: "Ada", isAdministrator: true });
    const [row] = await fresh.db.select().from(administrators);
    expect(row).toMatchObject({ systemId: null });
  });

  test("works once, also when many try at once", async () => {
    const token = await makeLink();
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => become(token, `a${at}@trust.example`)),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await expect(become(token)).rejects.toThrow(Refusal);
    expect(await fresh.db.select().from(people)).toHaveLength(1);
  });

  test("works for an hour", async () => {
    const token = await makeLink();
    const left = sql<number>`extract(epoch from ${signInTokens.expiresAt} - now()) / 60`.mapWith(Number);
    const [kept] = await fresh.db.select({ left }).from(signInTokens);
    expect(kept?.left).toBeGreaterThan(59);
    expect(kept?.left).toBeLessThanOrEqual(60);
    await fresh.db.update(signInTokens).set({ expiresAt: sql`now()` });
    expect(await isUnspent(fresh.db, firstAdministrator, token)).toBe(false);
    await expect(become(token)).rejects.toThrow(Refusal);
    expect(await fresh.db.select().from(people)).toHaveLength(0);
  });

  test("is one: another start makes another, and the earlier stops working", async () => {
    const earlier = await makeLink();
    const later = await makeLink();
    await expect(become(earlier)).rejects.toThrow(Refusal);
    await become(later);
  });

  test("is none once there is an administrator", async () => {
    await become(await makeLink());
    expect(await firstAdministratorLink(fresh.db, origin)).toBeNull();
    expect(await fresh.db.select().from(signInTokens)).toHaveLength(0);
  });

  test("is kept as a hash, and looking at its page spends nothing", async () => {
    const token = await makeLink();
    const { rows } = await fresh.db.execute(sql`select t::text as whole from sign_in_tokens t`);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (let look = 0; look < 3; look++) expect(await isUnspent(fresh.db, firstAdministrator, token)).toBe(true);
    await become(token);
  });

  test("takes an address that is known already for that person", async () => {
    const [known] = await fresh.db.insert(people).values({ name: "Ada Known", email: "ada@trust.example" }).returning();
    const { token } = await become(await makeLink());
    expect(await findPersonBySession(fresh.db, token)).toMatchObject({ id: known?.id, name: "Ada Known" });
    expect(await fresh.db.select().from(people).where(eq(people.email, "ada@trust.example"))).toHaveLength(1);
  });
});
