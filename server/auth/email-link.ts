import { lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { signInTokens } from "@/db/schema";
import { Refusal } from "@/server/errors";
import type { Mail } from "@/server/mail/mail";
import { linkMinutes } from "./limits";
import { hashToken, makeToken } from "./session";
import { mayTry } from "./tries";

/** Rate limits: a hospital may share one IP address, but a mailbox must not be flooded. */
const perMailbox = { max: 5, minutes: 15 };
const perCaller = { max: 100, minutes: 15 };

type LinkRequest = { email: string; caller: string; from: string };
/** Sends after the response, so that its timing does not reveal whether an address is known. */
type SendLater = (mail: Mail) => void;

/**
 * Sends a sign-in link to a known address. For others it does the same work without sending, so that nobody can tell.
 * @throws {Refusal} when too many links were requested
 */
export async function sendSignInLink(database: Db, { email, caller, from }: LinkRequest, sendLater: SendLater) {
  const withinMailbox = await mayTry(database, "sign-in link to", email, perMailbox);
  const withinCaller = await mayTry(database, "sign-in link from", caller, perCaller);
  if (!withinMailbox || !withinCaller) {
    throw new Refusal(["That was too many links at once. Use the last one sent, or wait 15 minutes and ask again."]);
  }
  const token = await makeEmailToken(database, email, linkMinutes);
  if (token) sendLater(signInMail(email, linkAddress({ email, token, from })));
}

/** A token for a person who may sign in, else null: one statement in both cases. Earlier links stay valid until they expire. */
export async function makeEmailToken(database: Db, email: string, minutes: number): Promise<string | null> {
  await database.delete(signInTokens).where(lt(signInTokens.expiresAt, sql`now()`));
  const token = makeToken();
  const { rowCount } = await database.execute(sql`
    insert into sign_in_tokens (token_hash, identifier, expires_at)
    select ${hashToken(token)}, email, now() + make_interval(mins => ${minutes})
    from people where email = ${email} and suspended_at is null`);
  return rowCount === 1 ? token : null;
}

/** Links to a page with a button: mail scanners open every link, which must not use up the token. */
export function linkAddress(query: { email: string; token: string; from: string }): string {
  const address = new URL("/sign-in/link", process.env.NEXTAUTH_URL);
  address.search = new URLSearchParams(query).toString();
  return address.href;
}

const signInMail = (to: string, address: string): Mail => ({
  to,
  subject: "Your link to sign in to Leeway",
  text: `Open this link and press the button to sign in to Leeway:

${address}

It works once, in the next ${linkMinutes} minutes.
If you did not ask for it, you need not do anything: nobody can sign in without this e-mail.`,
});
