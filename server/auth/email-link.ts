import { lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { signInTokens } from "@/db/schema";
import { Refusal } from "@/server/errors";
import type { Mail } from "@/server/mail/send";
import { linkMinutes } from "./limits";
import { hashToken, makeToken } from "./session";
import { mayTry } from "./tries";

/** A hospital shares one IP address, so many may ask from one; a single mailbox must not be flooded. */
const perMailbox = { most: 5, minutes: 15 };
const perCaller = { most: 100, minutes: 15 };

type Asked = { email: string; caller: string; from: string };
/** Sends after the response, so that its timing does not tell whether an address is known. */
type SendLater = (mail: Mail) => void;

/**
 * Sends a sign-in link to an address we know. For any other the same work is done and the same is said, without an e-mail.
 * @throws {Refusal} when too many links were asked for
 */
export async function sendSignInLink(database: Db, { email, caller, from }: Asked, sendLater: SendLater) {
  const withinMailbox = await mayTry(database, "sign-in link to", email, perMailbox);
  const withinCaller = await mayTry(database, "sign-in link from", caller, perCaller);
  if (!withinMailbox || !withinCaller) {
    throw new Refusal(["That was too many links at once. Use the last one sent, or wait 15 minutes and ask again."]);
  }
  const token = await makeEmailToken(database, email, linkMinutes);
  if (token) sendLater(signInMail(email, linkAddress({ email, token, from })));
}

/** A token for someone who may sign in, or null: one statement either way. Earlier links stay good until their time is over. */
export async function makeEmailToken(database: Db, email: string, minutes: number): Promise<string | null> {
  await database.delete(signInTokens).where(lt(signInTokens.expiresAt, sql`now()`));
  const token = makeToken();
  const { rowCount } = await database.execute(sql`
    insert into sign_in_tokens (token_hash, identifier, expires_at)
    select ${hashToken(token)}, email, now() + make_interval(mins => ${minutes})
    from people where email = ${email} and suspended_at is null`);
  return rowCount === 1 ? token : null;
}

/** Our own page with a button: mail scanners open every link they see, and opening must not spend the token. */
export function linkAddress(asked: { email: string; token: string; from: string }): string {
  const address = new URL("/sign-in/link", process.env.NEXTAUTH_URL);
  address.search = new URLSearchParams(asked).toString();
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
