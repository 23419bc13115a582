import { importKey } from "./seal";
import type { Server } from "./server";
import { type DeviceKey, deviceId, findDeviceKey, saveDeviceKey } from "./store";

/** A valid key on this device: the person's, or anyone's if the page does not know who is signed in. */
export const findKey = (personId: string | null): Promise<DeviceKey | null> => findDeviceKey(personId ?? undefined);

/** Fetches a person's key and stores it until their session ends; null when it has ended. */
export async function fetchKey(server: Server, personId: string): Promise<DeviceKey | null> {
  const received = await server.key(personId, await deviceId());
  if (!received) return null;
  const deviceKey = {
    personId,
    key: await importKey(received.key),
    untilAt: Date.now() + received.secondsLeft * 1_000,
  };
  await saveDeviceKey(deviceKey);
  return deviceKey;
}
