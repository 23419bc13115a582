import { eq } from "drizzle-orm";
import type { connect } from "@/db/client";
import { hasAdministrator } from "@/db/installation";
import { administrators, people, signInTokens } from "@/db/schema";
import { Refusal } from "@/server/errors";
import { firstAdministrator, makeOneUseToken, spendToken } from "./one-use-link";
import { hashToken, type StartedSession, startSession } from "./session";

type Database = ReturnType<typeof connect>;

/** A one-use link, valid for an hour, that makes its user the administrator; null when there is one. Replaces earlier links. */
export async function firstAdministratorLink(database: Database, origin: string): Promise<string | null> {
  return database.transaction(async (tx) => {
    if (await hasAdministrator(tx)) return null;
    await tx.delete(signInTokens).where(eq(signInTokens.identifier, firstAdministrator));
    const token = await makeOneUseToken(tx, firstAdministrator, 60);
    return new URL(`/welcome/${token}`, origin).href;
  });
}

export type NewAdministrator = { token: string; name: string; email: string };

/**
 * Uses up the link: its user becomes the administrator of the whole installation and is signed in.
 * Whoever can read the server's console is trusted, so a known address becomes that person.
 */
export async function becomeFirstAdministrator(
  database: Database,
  administrator: NewAdministrator,
): Promise<StartedSession> {
  return database.transaction(async (tx) => {
    if (!(await spendToken(tx, firstAdministrator, hashToken(administrator.token))) || (await hasAdministrator(tx))) {
      throw new Refusal([
        "This link has been used already, or its time is over. Start Leeway again to get a new one on its console.",
      ]);
    }
    const [person] = await tx
      .insert(people)
      .values({ name: administrator.name, email: administrator.email })
      .onConflictDoUpdate({ target: people.email, set: { suspendedAt: null } })
      .returning({ id: people.id });
    if (!person) throw new Error("The administrator was not saved");
    await tx.insert(administrators).values({ personId: person.id, systemId: null });
    return startSession(tx, person.id);
  });
}
