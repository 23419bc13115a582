import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { people, sessions } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { idleHours } from "./limits";
import {
  endAllSessions,
  endOwnSession,
  endSession,
  findPersonBySession,
  hashToken,
  listSessions,
  sessionCookieName,
  sessionTokenIn,
  startSession,
} from "./session";

let fresh: FreshDatabase;
let personId: string;

beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  const [person] = await fresh.db.insert(people).values({ name: "Ada Example", job: "nurse" }).returning();
  personId = person?.id ?? "";
});

const move = (
  token: string,
  moved: Partial<Record<"startedAt" | "lastSeenAt" | "expiresAt", ReturnType<typeof sql>>>,
) =>
  fresh.db
    .update(sessions)
    .set(moved)
    .where(eq(sessions.tokenHash, hashToken(token)));
const rowOf = async (token: string) => {
  const [row] = await fresh.db
    .select({
      lastSeenAt: sessions.lastSeenAt,
      hoursLeft: sql<number>`extract(epoch from ${sessions.expiresAt} - now()) / 3600`.mapWith(Number),
    })
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)));
  return row;
};

describe("a session", () => {
  test("is found by its token, and only by its token", async () => {
    const { token } = await startSession(fresh.db, personId);
    expect(await findPersonBySession(fresh.db, token)).toEqual({
      id: personId,
      name: "Ada Example",
      job: "nurse",
      isAdministrator: false,
      secondsLeft: expect.closeTo(idleHours * 3_600, -2),
    });
    expect(await findPersonBySession(fresh.db, hashToken(token))).toBeNull();
    expect(await findPersonBySession(fresh.db, "")).toBeNull();
  });

  test("is kept as a hash: the table does not hold what a browser holds", async () => {
    const { token } = await startSession(fresh.db, personId);
    const { rows } = await fresh.db.execute(sql`select s::text as whole from sessions s`);
    expect(JSON.stringify(rows)).toContain(hashToken(token));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("gets a new token of 256 bits each time", async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => startSession(fresh.db, personId)));
    expect(new Set(tokens.map((one) => one.token)).size).toBe(20);
    for (const { token } of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
  });

  test("ends 20 hours after it began, however busy", async () => {
    const { token, expires } = await startSession(fresh.db, personId);
    expect((await rowOf(token))?.hoursLeft).toBeCloseTo(20, 1);
    expect(Math.abs(expires.getTime() - Date.now() - 20 * 3_600_000)).toBeLessThan(60_000);
    await move(token, { expiresAt: sql`now() + interval '1 second'` });
    expect(await findPersonBySession(fresh.db, token)).not.toBeNull();
    await move(token, { expiresAt: sql`now()` });
    expect(await findPersonBySession(fresh.db, token)).toBeNull();
  });

  test("ends after 12 hours without a request", async () => {
    const { token } = await startSession(fresh.db, personId);
    await move(token, { lastSeenAt: sql`now() - interval '11 hours 59 minutes'` });
    expect(await findPersonBySession(fresh.db, token)).not.toBeNull();
    await move(token, { lastSeenAt: sql`now() - interval '12 hours'` });
    expect(await findPersonBySession(fresh.db, token)).toBeNull();
  });

  test("notes that its person was seen, at most every 5 minutes, and never lives longer for it", async () => {
    const { token } = await startSession(fresh.db, personId);
    await move(token, { lastSeenAt: sql`now() - interval '4 minutes'` });
    const early = await rowOf(token);
    await findPersonBySession(fresh.db, token);
    expect(await rowOf(token)).toMatchObject({ lastSeenAt: early?.lastSeenAt });

    await move(token, { lastSeenAt: sql`now() - interval '6 minutes'`, expiresAt: sql`now() + interval '1 hour'` });
    const late = await rowOf(token);
    await findPersonBySession(fresh.db, token);
    const seen = await rowOf(token);
    expect(seen?.lastSeenAt).not.toBe(late?.lastSeenAt);
    expect(seen?.hoursLeft).toBeLessThanOrEqual(1);
  });

  test("opens nothing for someone who is suspended", async () => {
    const { token } = await startSession(fresh.db, personId);
    await fresh.db.update(people).set({ suspendedAt: sql`now()` }).where(eq(people.id, personId));
    expect(await findPersonBySession(fresh.db, token)).toBeNull();
  });
});

describe("ending sessions", () => {
  test("signing out ends this browser's session at once and leaves the others", async () => {
    const here = await startSession(fresh.db, personId);
    const there = await startSession(fresh.db, personId);
    await endSession(fresh.db, here.token);
    expect(await findPersonBySession(fresh.db, here.token)).toBeNull();
    expect(await findPersonBySession(fresh.db, there.token)).not.toBeNull();
  });

  test("signing out everywhere ends all of one's own, and nobody else's", async () => {
    const [other] = await fresh.db.insert(people).values({ name: "Someone Else" }).returning();
    const mine = await Promise.all([startSession(fresh.db, personId), startSession(fresh.db, personId)]);
    const theirs = await startSession(fresh.db, other?.id ?? "");
    await endAllSessions(fresh.db, personId);
    for (const { token } of mine) expect(await findPersonBySession(fresh.db, token)).toBeNull();
    expect(await findPersonBySession(fresh.db, theirs.token)).not.toBeNull();
  });

  test("one can be ended from the list, but not someone else's", async () => {
    const [other] = await fresh.db.insert(people).values({ name: "Someone Else" }).returning();
    const mine = await startSession(fresh.db, personId);
    const theirs = await startSession(fresh.db, other?.id ?? "");
    await endOwnSession(fresh.db, personId, hashToken(theirs.token));
    expect(await findPersonBySession(fresh.db, theirs.token)).not.toBeNull();
    await endOwnSession(fresh.db, personId, hashToken(mine.token));
    expect(await findPersonBySession(fresh.db, mine.token)).toBeNull();
  });

  test("the list has the open ones only, the latest used first", async () => {
    const old = await startSession(fresh.db, personId);
    const over = await startSession(fresh.db, personId);
    const now = await startSession(fresh.db, personId);
    await move(old.token, { lastSeenAt: sql`now() - interval '2 hours'` });
    await move(over.token, { lastSeenAt: sql`now() - interval '13 hours'` });
    const listed = await listSessions(fresh.db, personId);
    expect(listed.map((one) => one.id)).toEqual([hashToken(now.token), hashToken(old.token)]);
  });

  test("sessions that are over are tidied away when another begins", async () => {
    const over = await startSession(fresh.db, personId);
    await move(over.token, { expiresAt: sql`now() - interval '1 second'` });
    await startSession(fresh.db, personId);
    expect(await rowOf(over.token)).toBeUndefined();
  });
});

test.each([
  ["", undefined],
  ["other=1; x=NAME=2", undefined],
  ["NAME=abc", "abc"],
  ["other=1; NAME=abc;last=2", "abc"],
  ["NAME=first; NAME=last", "last"],
  ["aNAME=no", undefined],
])("the token in the cookies %j is %j", (cookies, token) => {
  expect(sessionTokenIn(cookies.replaceAll("NAME", sessionCookieName()))).toBe(token);
});
