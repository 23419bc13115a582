import { importKey } from "./seal";
import type { Server } from "./server";
import { deviceId, findHeld, type Held, hold } from "./store";

/** The key that is on this device and still good: a person's, or whoever's it is where the page knows of nobody. */
export const findKey = (personId: string | null): Promise<Held | null> => findHeld(personId ?? undefined);

/** Asks the server for a person's key and holds it as long as their session lasts. Null when that is over. */
export async function fetchKey(server: Server, personId: string): Promise<Held | null> {
  const given = await server.key(personId, await deviceId());
  if (!given) return null;
  const held = { personId, key: await importKey(given.key), untilAt: Date.now() + given.secondsLeft * 1_000 };
  await hold(held);
  return held;
}
