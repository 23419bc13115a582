import "server-only";
import { db } from "@/db/client";
import { dropSessionCookie, keepSessionCookie, readSessionToken } from "./cookie";
import { type DemoPerson, listDemoPeople, startDemoSession } from "./demo-people";
import { endAllSessions, endSession, findPersonBySession } from "./session";

/** What the sign-in pages do, on this process's database and this request's cookies. */

export const findDemoPeople = (): Promise<DemoPerson[]> => listDemoPeople(db());

/** Being someone else ends being whoever this browser was before. */
export async function signInAsDemoPerson(personId: string): Promise<void> {
  const before = await readSessionToken();
  await keepSessionCookie(await startDemoSession(db(), personId));
  if (before) await endSession(db(), before);
}

export async function signOut(): Promise<void> {
  const token = await readSessionToken();
  if (token) await endSession(db(), token);
  await dropSessionCookie();
}

export async function signOutEverywhere(): Promise<void> {
  const token = await readSessionToken();
  const person = token && (await findPersonBySession(db(), token));
  if (person) await endAllSessions(db(), person.id);
  await dropSessionCookie();
}
