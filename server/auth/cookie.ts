import "server-only";
import { cookies } from "next/headers";
import { hashToken, type StartedSession, servedOverHttps, sessionCookieName } from "@/server/auth/session";

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: servedOverHttps() }) as const;

/** Sets the session cookie as next-auth does: HttpOnly, and Secure where Leeway is served over https. */
export async function setSessionCookie({ token, expires }: StartedSession): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, { ...cookieOptions(), expires });
}

export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookieName())?.value ?? null;
}

/** The hash of this browser's session token, or null. */
export async function findThisSessionId(): Promise<string | null> {
  const token = await readSessionToken();
  return token && hashToken(token);
}

export async function clearSessionCookie(): Promise<void> {
  // Set rather than deleted: a __Secure- cookie is replaced only by one with the same flags
  (await cookies()).set(sessionCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}

/** A header that removes a cookie. Setting it through the response's cookie list would rewrite the others and lose their expiry. */
export const emptied = (name: string): string =>
  `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${servedOverHttps() ? "; Secure" : ""}`;
