import { createHash, randomBytes } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { administrators, people, sessions } from "@/db/schema";
import { absoluteHours, idleHours } from "./limits";

export const servedOverHttps = (): boolean => (process.env.NEXTAUTH_URL ?? "").startsWith("https://");
/** The name that next-auth uses, so that both read one cookie. */
export const sessionCookieName = (): string =>
  servedOverHttps() ? "__Secure-next-auth.session-token" : "next-auth.session-token";

/** The session token in a Cookie header; of two the last, as Next reads it. */
export function sessionTokenIn(cookies: string): string | undefined {
  const start = `${sessionCookieName()}=`;
  const cookie = cookies.split(/;\s*/).findLast((it) => it.startsWith(start));
  return cookie?.slice(start.length);
}

/** A random token of 256 bits, for a session or a link. */
export const makeToken = (): string => randomBytes(32).toString("base64url");
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

export type SignedInPerson = {
  id: string;
  name: string;
  job: string | null;
  isAdministrator: boolean;
  /** Ends by the idle or the absolute timeout, whichever comes first. */
  secondsLeft?: number;
};

const stillOpen = and(
  sql`${sessions.expiresAt} > now()`,
  sql`${sessions.lastSeenAt} > now() - make_interval(hours => ${idleHours})`,
);

/** The person of a session token; null if it is unknown, ended, idle too long or of a suspended person. Updates when they were last seen, at most every 5 minutes. */
export async function findPersonBySession(database: Db, token: string): Promise<SignedInPerson | null> {
  const tokenHash = hashToken(token);
  const [found] = await database
    .select({
      id: people.id,
      name: people.name,
      job: people.job,
      isAdministrator: sql<boolean>`exists (select 1 from ${administrators} where ${administrators.personId} = ${people.id})`,
      secondsLeft:
        sql`extract(epoch from least(${sessions.expiresAt} - now(), make_interval(hours => ${idleHours})))`.mapWith(
          Number,
        ),
      seenLately: sql<boolean>`${sessions.lastSeenAt} > now() - interval '5 minutes'`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, tokenHash), stillOpen, sql`${people.suspendedAt} is null`));
  if (!found) return null;
  const { seenLately, ...person } = found;
  if (!seenLately) {
    await database.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.tokenHash, tokenHash));
  }
  return person;
}

export type StartedSession = { token: string; expires: Date };

/** Starts a session under a new token, stores only its hash, and deletes sessions that have ended. */
export async function startSession(database: Db, personId: string, token = makeToken()): Promise<StartedSession> {
  await database.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
  const [started] = await database
    .insert(sessions)
    .values({ tokenHash: hashToken(token), personId, expiresAt: sql`now() + make_interval(hours => ${absoluteHours})` })
    .returning({ expiresAt: sessions.expiresAt });
  if (!started) throw new Error("The session was not saved");
  return { token, expires: new Date(started.expiresAt) };
}

export async function endSession(database: Db, token: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)));
}

/** Ends all sessions of a person. */
export async function endAllSessions(database: Db, personId: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.personId, personId));
}

/** A person's sessions, the latest first; `id` is the hash of the token. */
export async function listSessions(database: Db, personId: string) {
  return database
    .select({ id: sessions.tokenHash, startedAt: sessions.startedAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), stillOpen))
    .orderBy(sql`${sessions.lastSeenAt} desc`);
}

/** Ends one of a person's own sessions. */
export async function endOwnSession(database: Db, personId: string, id: string): Promise<void> {
  await database.delete(sessions).where(and(eq(sessions.personId, personId), eq(sessions.tokenHash, id)));
}
