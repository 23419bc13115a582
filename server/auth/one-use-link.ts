import { and, eq, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { signInTokens } from "@/db/schema";
import { hashToken, makeToken } from "./session";

/** The identifier of the first administrator's link; it cannot be an e-mail address. */
export const firstAdministrator = "first administrator";

/** Makes a token that can be used once until it expires; only its hash is stored. */
export async function makeOneUseToken(database: Db, identifier: string, minutes: number): Promise<string> {
  await database.delete(signInTokens).where(lt(signInTokens.expiresAt, sql`now()`));
  const token = makeToken();
  const expiresAt = sql`now() + make_interval(mins => ${minutes})`;
  await database.insert(signInTokens).values({ tokenHash: hashToken(token), identifier, expiresAt });
  return token;
}

const unspent = (identifier: string, tokenHash: string) =>
  and(
    eq(signInTokens.tokenHash, tokenHash),
    eq(signInTokens.identifier, identifier),
    sql`${signInTokens.expiresAt} > now()`,
  );

/** Whether a token can still be used, without using it. */
export async function isUnspent(database: Db, identifier: string, token: string): Promise<boolean> {
  const found = await database
    .select()
    .from(signInTokens)
    .where(unspent(identifier, hashToken(token)));
  return found.length > 0;
}

/** Uses up a token: of concurrent callers one gets its row, the others null. */
export async function spendToken(database: Db, identifier: string, tokenHash: string) {
  const [spent] = await database.delete(signInTokens).where(unspent(identifier, tokenHash)).returning();
  return spent ?? null;
}
