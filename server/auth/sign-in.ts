import { errorInLog } from "@/server/error-in-log";
import "server-only";
import { cookies, headers } from "next/headers";
import { after, NextResponse } from "next/server";
import { cache } from "react";
import { db } from "@/db/client";
import type { Mail } from "@/server/mail/mail";
import { sendMail } from "@/server/mail/send";
import { clearSessionCookie, cookieOptions, emptied, readSessionToken, setSessionCookie } from "./cookie";
import { type DemoPerson, listDemoPeople, startDemoSession } from "./demo-people";
import { sendSignInLink } from "./email-link";
import { becomeFirstAdministrator, type NewAdministrator } from "./first-administrator";
import { askNextAuth, beginAtProvider } from "./next-auth";
import { firstAdministrator, isUnspent } from "./one-use-link";
import { connectingCookieName } from "./options";
import { findProvider } from "./provider";
import { endAllSessions, endSession, findPersonBySession, hashToken } from "./session";

/** Actions of the sign-in pages, with this process's database and this request's cookies. */

/** Cached for one request. */
export const findDemoPeople = cache((): Promise<DemoPerson[]> => listDemoPeople(db()));

/** Ends this browser's earlier session when somebody else signs in. */
export async function signInAsDemoPerson(personId: string): Promise<void> {
  const before = await readSessionToken();
  await setSessionCookie(await startDemoSession(db(), personId));
  if (before) await endSession(db(), before);
}

export async function signOut(): Promise<void> {
  const token = await readSessionToken();
  if (token) await endSession(db(), token);
  await clearSessionCookie();
}

export async function signOutEverywhere(): Promise<void> {
  const token = await readSessionToken();
  const person = token && (await findPersonBySession(db(), token));
  if (person) await endAllSessions(db(), person.id);
  await clearSessionCookie();
}

/** Sends a sign-in link to a known address; the timing does not reveal whether it is known. */
export async function askForLink(email: string, from: string): Promise<void> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  const caller = forwarded.split(",").at(-1)?.trim() || "nowhere"; // the last entry was added by our own proxy
  await sendSignInLink(db(), { email, caller, from }, (mail) => after(() => sendQuietly(mail)));
}

async function sendQuietly(mail: Mail): Promise<void> {
  try {
    await sendMail(mail);
  } catch (error) {
    console.error(`A sign-in link could not be sent: ${errorInLog(error)}`);
  }
}

/** The provider's name, or null when none is configured. */
export const findProviderName = (): string | null => findProvider()?.name ?? null;

/** @returns the provider's address to redirect to, or null when the provider did not answer */
export async function beginSigningInAtProvider(from: string): Promise<string | null> {
  (await cookies()).set(connectingCookieName(), "", { ...cookieOptions(), maxAge: 0 });
  return begin(from);
}

/** The same for someone signed in who wants to connect an account there. */
export async function beginConnecting(from: string): Promise<string | null> {
  const token = await readSessionToken();
  if (!token) return null;
  (await cookies()).set(connectingCookieName(), hashToken(token), { ...cookieOptions(), maxAge: 15 * 60 });
  return begin(from);
}

async function begin(from: string): Promise<string | null> {
  const jar = await cookies();
  try {
    const answer = await beginAtProvider(db(), from, await readCookies());
    for (const { name, value, ...options } of answer.cookies.getAll()) jar.set(name, value, options);
    return answer.headers.get("location");
  } catch (error) {
    console.error(`The provider could not be reached: ${errorInLog(error)}`);
    return null;
  }
}

/** The two callbacks: from the button behind an e-mail link, and from the provider. */
export async function answerWayBack(path: string[], query: URLSearchParams): Promise<Response> {
  const [action, way] = path;
  if (action !== "callback" || path.length !== 2 || (way !== "email" && way !== "oidc")) {
    return new NextResponse("There is nothing at this address.", { status: 404 });
  }
  try {
    const cookies = await readCookies();
    const answer = await askNextAuth(db(), { method: "GET", path, query: Object.fromEntries(query), cookies });
    answer.headers.append("set-cookie", emptied(connectingCookieName()));
    return answer;
  } catch (error) {
    console.error(`Signing in broke: ${errorInLog(error)}`);
    return new NextResponse(null, { status: 303, headers: { location: "/sign-in?problem=provider" } });
  }
}

async function readCookies(): Promise<Record<string, string>> {
  return Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
}

/** @throws {Refusal} when the link was used, or is too old */
export async function signInAsFirstAdministrator(administrator: NewAdministrator): Promise<void> {
  await setSessionCookie(await becomeFirstAdministrator(db(), administrator));
}

export const isLinkUnspent = (email: string, token: string) => isUnspent(db(), email, token);
export const isFirstAdministratorLinkUnspent = (token: string) => isUnspent(db(), firstAdministrator, token);
