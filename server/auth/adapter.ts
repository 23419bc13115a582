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
  /** The issuer of the configured provider: accounts are kept under it, so that another one's subjects are strangers. */
  issuer: string;
  /** Whose account is being connected, when this browser asked for that; otherwise signing in starts afresh. */
  connecting: { personId: string; token: string } | null;
  /** The session this browser had before. */
  before: string | null;
};

/** What next-auth needs to know of our tables. No token is kept as it is, and nothing that a provider hands out is kept. */
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
    updateSession: async () => null, // 20 hours is the end, whatever next-auth would add
    deleteSession: (sessionToken) => endSession(database, sessionToken),
    useVerificationToken: async ({ identifier, token }) => {
      const spent = await spendToken(database, identifier, Buffer.from(token, "hex").toString("base64url"));
      return spent ? { identifier, token, expires: new Date(spent.expiresAt) } : null;
    },
    createVerificationToken: never, // ours are made in email-link.ts
  };
}

const asUserOrNull = (person: Known | null) => (person ? asUser(person) : null);
