import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type connect, db } from "@/db/client";
import type { Read } from "@/db/shared-reading";
import { findPersonBySession, type SignedInPerson, sessionCookieName } from "@/server/auth/session";
import { senderHeader } from "@/server/sender";

/** The context of every procedure: the database and the signed-in person, read for each request. */
export type Context = {
  database: ReturnType<typeof connect>;
  person: SignedInPerson | null;
  /** The page's path and query, to return to after signing in. */
  address?: string;
  /** The transactions that the parts of a page share; without, each procedure opens its own. */
  read?: Read;
  /** The current time, set by tests only. */
  at?: string;
};

/** The signed-in person, or null; once per request, however many parts of a page ask. */
export const findSignedInPerson = cache(async (): Promise<SignedInPerson | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? findPersonBySession(db(), token) : null;
});

/** The request header in which proxy.ts passes a page its own address. */
export const addressHeader = "x-leeway-address";

/**
 * A device sends stored results by itself, perhaps after somebody else has signed in there. It names their owner, and if
 * that is not the signed-in person, the call counts as signed out.
 */
export async function makeContext(): Promise<Context> {
  const requestHeaders = await headers();
  const address = requestHeaders.get(addressHeader) ?? undefined;
  const sender = requestHeaders.get(senderHeader);
  const person = await findSignedInPerson();
  return { database: db(), person: sender && sender !== person?.id ? null : person, address };
}
