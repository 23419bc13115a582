import type { ReadyToLog } from "@/server/measures/observations/ready";
import { listCards, type SavedCard } from "./cards";
import type { Kept } from "./kept";
import { listReady } from "./ready-list";
import { countUnsent, type Held, list } from "./store";

/** What is on the device, for whoever may read it. */
export type Seen = {
  /** False until the device has been looked at. */
  isRead: boolean;
  /** Whose results these are; null when nobody's can be read. */
  personId: string | null;
  kept: readonly Kept[];
  /** How many wait that cannot be read: their writer's session is over. */
  locked: number;
  signedOut: boolean;
  ready: readonly ReadyToLog[];
  cards: readonly SavedCard[];
};

export const nothingSeen: Seen = {
  ...{ isRead: false, personId: null, kept: [], locked: 0, signedOut: false, ready: [], cards: [] },
};

type Who = { held: Held | null; person: string | null; signedOut: boolean };

export async function lookAtDevice({ held, person, signedOut }: Who): Promise<Seen> {
  if (!held) {
    const locked = await countUnsent(person ?? undefined);
    return { ...nothingSeen, isRead: true, locked, signedOut };
  }
  const [kept, ready, cards] = await Promise.all([list(held), listReady(held), listCards(held)]);
  return { ...nothingSeen, isRead: true, personId: held.personId, kept, ready, cards, signedOut };
}
