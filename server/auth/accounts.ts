import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, people } from "@/db/schema";

/** A person's identity at a provider: issuer and subject. Unlike an e-mail address, the subject never changes. */
export type Identity = { issuer: string; subject: string };

const person = { id: people.id, name: people.name, email: people.email, suspendedAt: people.suspendedAt };

export async function findPersonByIdentity(database: Db, { issuer, subject }: Identity) {
  const [found] = await database
    .select(person)
    .from(accounts)
    .innerJoin(people, eq(people.id, accounts.personId))
    .where(and(eq(accounts.provider, issuer), eq(accounts.subject, subject)));
  return found ?? null;
}

/** The person who may sign in with a link sent to this address. */
export async function findPersonByEmail(database: Db, email: string) {
  const [found] = await database.select(person).from(people).where(eq(people.email, email));
  return found && !found.suspendedAt ? found : null;
}

export async function connectAccount(database: Db, personId: string, { issuer, subject }: Identity): Promise<void> {
  await database.insert(accounts).values({ provider: issuer, subject, personId });
}

export async function isConnected(database: Db, personId: string, issuer: string): Promise<boolean> {
  const found = await database
    .select({ linkedAt: accounts.linkedAt })
    .from(accounts)
    .where(and(eq(accounts.personId, personId), eq(accounts.provider, issuer)));
  return found.length > 0;
}

export async function disconnectAccount(database: Db, personId: string, issuer: string): Promise<void> {
  await database.delete(accounts).where(and(eq(accounts.personId, personId), eq(accounts.provider, issuer)));
}
