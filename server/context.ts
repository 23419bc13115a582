import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type connect, db } from "@/db/client";
import { findPersonBySession, type SignedInPerson, sessionCookieName } from "@/server/auth/session";
import { senderHeader } from "@/server/sender";

/** What a procedure starts from: the database, and who is signed in, read afresh for every request. */
export type Context = {
  database: ReturnType<typeof connect>;
  person: SignedInPerson | null;
  /** The page's own path and query, to come back to after signing in. */
  address?: string;
  /** The moment that counts as now: for tests alone, which freeze the clock. */
  at?: string;
};

/** The signed-in person, or null; once per request, however many parts of a page ask. */
export const findSignedInPerson = cache(async (): Promise<SignedInPerson | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? findPersonBySession(db(), token) : null;
});

/** The request header in which proxy.ts hands a page its own address. */
export const addressHeader = "x-leeway-address";

/**
 * What a device kept goes out by itself, perhaps after somebody else has signed in there: it says whose it is, and is
 * answered as if nobody were signed in when that is not who is.
 */
export async function makeContext(): Promise<Context> {
  const asked = await headers();
  const address = asked.get(addressHeader) ?? undefined;
  const sender = asked.get(senderHeader);
  const person = await findSignedInPerson();
  return { database: db(), person: sender && sender !== person?.id ? null : person, address };
}
