import type { ReadyToLog } from "@/server/measures/observations/ready";
import { listCards, type SavedCard } from "./cards";
import type { QueuedResult } from "./queued-result";
import { listReady } from "./ready-list";
import { countUnsent, type DeviceKey, list } from "./store";

/** The device's stored data that can be read now. */
export type DeviceState = {
  /** False until the device's store has been read. */
  isRead: boolean;
  /** The owner of the results; null when none can be read. */
  personId: string | null;
  results: readonly QueuedResult[];
  /** How many waiting results cannot be read because their writer's session is over. */
  locked: number;
  signedOut: boolean;
  ready: readonly ReadyToLog[];
  cards: readonly SavedCard[];
};

export const emptyDeviceState: DeviceState = {
  ...{ isRead: false, personId: null, results: [], locked: 0, signedOut: false, ready: [], cards: [] },
};

type Reader = { deviceKey: DeviceKey | null; person: string | null; signedOut: boolean };

export async function readDevice({ deviceKey, person, signedOut }: Reader): Promise<DeviceState> {
  if (!deviceKey) {
    const locked = await countUnsent(person ?? undefined);
    return { ...emptyDeviceState, isRead: true, locked, signedOut };
  }
  const [results, ready, cards] = await Promise.all([list(deviceKey), listReady(deviceKey), listCards(deviceKey)]);
  return { ...emptyDeviceState, isRead: true, personId: deviceKey.personId, results, ready, cards, signedOut };
}
