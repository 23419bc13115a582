import type { ReadyToLog } from "@/server/measures/observations/ready";
import { type Kept, samePlace } from "./kept";
import { isFresh } from "./rules";
import { findReady, type Held, readySince, saveReady } from "./store";

/** What a person may add results to, as it was when there was signal. */
export const listReady = async (held: Held): Promise<ReadyToLog[]> => (await findReady<ReadyToLog[]>(held)) ?? [];

/** Whether the list is new enough, and holds the measure whose page is open. */
export async function isReadyFor(held: Held, openId: string | undefined): Promise<boolean> {
  if (!isFresh(await readySince(held.personId))) return false;
  return !openId || (await listReady(held)).some(({ measureId }) => measureId === openId);
}

/** A period that has a result now is not offered again without signal. */
export async function noteLogged(held: Held, { sent }: Kept): Promise<void> {
  const ready = await listReady(held);
  const one = ready.find((known) => samePlace(known, sent));
  if (!one || one.loggedOn.includes(sent.periodOn)) return;
  one.loggedOn.push(sent.periodOn);
  await saveReady(held, ready, await readySince(held.personId));
}
