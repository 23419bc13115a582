import { seal, unseal } from "./seal";
import { type Held, openDevice } from "./store";

/** A permission card that somebody wants at hand without signal: its sentences, as they were then. */
export type KeptCard = {
  experimentId: string;
  title: string;
  stage: string;
  sentence: string;
  rows: readonly { term: string; lines: readonly string[] }[];
  /** The last day of what it says. */
  untilOn: string | null;
  /** The moment of which all this is true. */
  readAt: string;
};

const idOf = (personId: string, experimentId: string) => `${personId} ${experimentId}`;

export async function keepCard({ personId, key }: Held, card: KeptCard): Promise<void> {
  const sealed = await seal(key, card);
  await (await openDevice()).put("cards", { id: idOf(personId, card.experimentId), personId, sealed });
}

export async function dropCard({ personId }: Held, experimentId: string): Promise<void> {
  await (await openDevice()).delete("cards", idOf(personId, experimentId));
}

export async function listCards({ personId, key }: Held): Promise<KeptCard[]> {
  const mine = (await (await openDevice()).getAll("cards")).filter((row) => row.personId === personId);
  const read = await Promise.all(mine.map(({ sealed }) => unseal<KeptCard>(key, sealed).catch(() => null)));
  return read.filter((card) => card !== null);
}
