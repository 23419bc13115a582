import { seal, unseal } from "./seal";
import { type Held, openDevice } from "./store";

/** A permission card that somebody wants at hand without signal: its sentences, as they were then. */
export type SavedCard = {
  experimentId: string;
  title: string;
  stage: string;
  sentence: string;
  rows: readonly { term: string; lines: readonly string[] }[];
  /** The last day of what it says. */
  endsOn: string | null;
  /** The moment of which all this is true. */
  readAt: string;
};

const idOf = (personId: string, experimentId: string) => `${personId} ${experimentId}`;

export async function saveCard({ personId, key }: Held, card: SavedCard): Promise<void> {
  const sealed = await seal(key, card);
  await (await openDevice()).put("cards", { id: idOf(personId, card.experimentId), personId, sealed });
}

export async function deleteCard({ personId }: Held, experimentId: string): Promise<void> {
  await (await openDevice()).delete("cards", idOf(personId, experimentId));
}

export async function listCards({ personId, key }: Held): Promise<SavedCard[]> {
  const mine = (await (await openDevice()).getAll("cards")).filter((row) => row.personId === personId);
  const read = await Promise.all(mine.map(({ sealed }) => unseal<SavedCard>(key, sealed).catch(() => null)));
  return read.filter((card) => card !== null);
}
