import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type connect, db } from "@/db/client";
import type { Read } from "@/db/shared-reading";
import { findPersonBySession, type SignedInPerson, sessionCookieName, sessionTokenIn } from "@/server/auth/session";
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
  return findPerson((await cookies()).get(sessionCookieName())?.value);
});

const findPerson = async (token: string | undefined) => (token ? findPersonBySession(db(), token) : null);

/** The request header in which proxy.ts passes a page its own address. */
export const addressHeader = "x-leeway-address";

/** The context of a page's procedures. */
export async function makeContext(): Promise<Context> {
  return contextOf(await headers(), await findSignedInPerson());
}

/** The context of a call from the browser. */
export async function makeCallContext(requestHeaders: Headers): Promise<Context> {
  return contextOf(requestHeaders, await findPerson(sessionTokenIn(requestHeaders.get("cookie") ?? "")));
}

/**
 * A device sends stored results by itself, perhaps after somebody else has signed in there. It names their owner, and if
 * that is not the signed-in person, the call counts as signed out.
 */
function contextOf(requestHeaders: Pick<Headers, "get">, person: SignedInPerson | null): Context {
  const address = requestHeaders.get(addressHeader) ?? undefined;
  const sender = requestHeaders.get(senderHeader);
  return { database: db(), person: sender && sender !== person?.id ? null : person, address };
}
