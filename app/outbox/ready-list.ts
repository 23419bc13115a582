import type { ReadyToLog } from "@/server/measures/observations/ready";
import { type QueuedResult, samePlace } from "./queued-result";
import { isFresh } from "./rules";
import { type DeviceKey, findReady, readySince, saveReady } from "./store";

/** The measures a person may add results to, as fetched when there was signal. */
export const listReady = async (deviceKey: DeviceKey): Promise<ReadyToLog[]> =>
  (await findReady<ReadyToLog[]>(deviceKey)) ?? [];

/** Whether the list is recent and has the measure whose page is open. */
export async function isReadyFor(deviceKey: DeviceKey, openId: string | undefined): Promise<boolean> {
  if (!isFresh(await readySince(deviceKey.personId))) return false;
  return !openId || (await listReady(deviceKey)).some(({ measureId }) => measureId === openId);
}

/** Marks a period as logged, so that it is not offered again without signal. */
export async function markLogged(deviceKey: DeviceKey, { sent }: QueuedResult): Promise<void> {
  const ready = await listReady(deviceKey);
  const measure = ready.find((candidate) => samePlace(candidate, sent));
  if (!measure || measure.loggedOn.includes(sent.periodOn)) return;
  measure.loggedOn.push(sent.periodOn);
  await saveReady(deviceKey, ready, await readySince(deviceKey.personId));
}
