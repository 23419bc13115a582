import type { AuthOptions } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import type { Db } from "@/db/client";
import { findPersonByEmail, findPersonByIdentity } from "./accounts";
import { makeAdapter } from "./adapter";
import { absoluteHours } from "./limits";
import { tellConnected } from "./news";
import { describeProvider, findProvider, providerId } from "./provider";
import { safePath } from "./safe-path";
import { findPersonBySession, hashToken, makeToken, servedOverHttps } from "./session";

/** The browser's session token, and its request to connect an account to that session. */
export type BrowserSession = { token: string | null; connectingMark: string | null };

/** The cookie that marks a session which asked to connect an account; it holds the hash of the session's token. */
export const connectingCookieName = (): string => `${servedOverHttps() ? "__Secure-" : ""}leeway.connecting`;

/** next-auth's options for one request: it handles the protocols, we decide who may sign in. */
export async function makeAuthOptions(
  database: Db,
  { token, connectingMark }: BrowserSession,
  way?: string,
): Promise<AuthOptions> {
  const provider = way === providerId ? findProvider() : null; // e-mail links must work when the provider is down
  const issuer = provider?.issuer ?? "";
  const connecting = await findConnecting(database, token, connectingMark);
  return {
    secret: process.env.NEXTAUTH_SECRET,
    useSecureCookies: servedOverHttps(),
    adapter: makeAdapter(database, { issuer, connecting, before: token }),
    providers: provider ? [await describeProvider(provider)] : [emailLink],
    session: { strategy: "database", maxAge: absoluteHours * 3_600, generateSessionToken: makeToken },
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        baseUrl + safePath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
      signIn: async ({ account }) => {
        if (account?.type === "email") {
          return (await findPersonByEmail(database, account.providerAccountId)) ? true : "/sign-in?problem=link";
        }
        if (!account) return false;
        const owner = await findPersonByIdentity(database, { issuer, subject: account.providerAccountId });
        if (owner ? !owner.suspendedAt : connecting) return true;
        return "/sign-in?problem=not-connected"; // the same whether or not we know the e-mail address
      },
    },
    events: { linkAccount: ({ user }) => tellConnected(database, user.id, provider?.name ?? "") },
    logger: { error: (code, about) => console.error(`Signing in: ${code} ${reason(about)}`), warn: () => {} },
  };
}

/** Connects only to a session that asked for it in this browser, so that people sharing a computer are not mixed up. */
async function findConnecting(database: Db, token: string | null, mark: string | null) {
  if (!token || mark !== hashToken(token)) return null;
  const person = await findPersonBySession(database, token);
  return person && { personId: person.id, token };
}

/** next-auth only uses the links; email-link.ts makes and sends them. The empty secret makes both hash tokens alike. */
const emailLink = {
  id: "email",
  type: "email",
  name: "E-mail",
  secret: "",
  sendVerificationRequest: () => {
    throw new Error("Links are asked for on the sign-in page");
  },
} as unknown as EmailConfig;

function reason(about: unknown): string {
  const error = about instanceof Error ? about : (about as { error?: unknown })?.error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : "";
  return text.replace(/\s+/g, " ").slice(0, 300);
}
