import { eq, sql } from "drizzle-orm";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { Db } from "@/db/client";
import { people, sessions } from "@/db/schema";
import { connectAccount, findPersonByEmail, findPersonByIdentity } from "./accounts";
import { spendToken } from "./one-use-link";
import { endSession, findPersonBySession, hashToken, startSession } from "./session";

type Known = { id: string; name: string; email?: string | null };
const asUser = ({ id, name, email }: Known): AdapterUser => ({ id, name, email: email ?? "", emailVerified: null });

const never = () => {
  throw new Error("Leeway's people are created by an administrator, never by signing in");
};

type Here = {
  /** The issuer of the configured provider. Accounts are stored under it, so subjects of another provider are unknown. */
  issuer: string;
  /** The person who asked in this browser to connect an account. */
  connecting: { personId: string; token: string } | null;
  /** The token of the session this browser had before. */
  before: string | null;
};

/** next-auth's adapter to our tables. Tokens are stored only as hashes; a provider's tokens are not stored. */
export function makeAdapter(database: Db, { issuer, connecting, before }: Here): Adapter {
  return {
    createUser: never,
    getUser: async () => null,
    getUserByEmail: async (email) => asUserOrNull(await findPersonByEmail(database, email)),
    getUserByAccount: async ({ providerAccountId: subject }) =>
      asUserOrNull(await findPersonByIdentity(database, { issuer, subject })),
    updateUser: async (user) => {
      await database.update(people).set({ emailVerifiedAt: sql`now()` }).where(eq(people.id, user.id));
      return asUser({ id: user.id, name: user.name ?? "", email: user.email });
    },
    linkAccount: async ({ userId, providerAccountId: subject }: AdapterAccount) => {
      if (userId !== connecting?.personId) return never();
      await connectAccount(database, userId, { issuer, subject });
    },
    createSession: async ({ sessionToken, userId }) => {
      const { expires } = await startSession(database, userId, sessionToken);
      if (before) await endSession(database, before);
      return { sessionToken, userId, expires };
    },
    getSessionAndUser: async (sessionToken) => {
      if (connecting?.token !== sessionToken) return null;
      const person = await findPersonBySession(database, sessionToken);
      const [row] = await database
        .select({ expiresAt: sessions.expiresAt })
        .from(sessions)
        .where(eq(sessions.tokenHash, hashToken(sessionToken)));
      if (!person || !row) return null;
      return { session: { sessionToken, userId: person.id, expires: new Date(row.expiresAt) }, user: asUser(person) };
    },
    updateSession: async () => null, // a session ends after 20 hours: next-auth must not extend it
    deleteSession: (sessionToken) => endSession(database, sessionToken),
    useVerificationToken: async ({ identifier, token }) => {
      const spent = await spendToken(database, identifier, Buffer.from(token, "hex").toString("base64url"));
      return spent ? { identifier, token, expires: new Date(spent.expiresAt) } : null;
    },
    createVerificationToken: never, // ours are made in email-link.ts
  };
}

const asUserOrNull = (person: Known | null) => (person ? asUser(person) : null);
