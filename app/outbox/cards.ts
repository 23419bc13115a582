import { seal, unseal } from "./seal";
import { type DeviceKey, openDevice } from "./store";

/** A permission card saved for use without signal, with its sentences as they were then. */
export type SavedCard = {
  experimentId: string;
  title: string;
  stage: string;
  sentence: string;
  rows: readonly { term: string; lines: readonly string[] }[];
  /** The permission's last day. */
  endsOn: string | null;
  /** When it was read, in ISO 8601. */
  readAt: string;
};

const idOf = (personId: string, experimentId: string) => `${personId} ${experimentId}`;

export async function saveCard({ personId, key }: DeviceKey, card: SavedCard): Promise<void> {
  const sealed = await seal(key, card);
  await (await openDevice()).put("cards", { id: idOf(personId, card.experimentId), personId, sealed });
}

export async function deleteCard({ personId }: DeviceKey, experimentId: string): Promise<void> {
  await (await openDevice()).delete("cards", idOf(personId, experimentId));
}

export async function listCards({ personId, key }: DeviceKey): Promise<SavedCard[]> {
  const rows = (await (await openDevice()).getAll("cards")).filter((row) => row.personId === personId);
  const read = await Promise.all(rows.map(({ sealed }) => unseal<SavedCard>(key, sealed).catch(() => null)));
  return read.filter((card) => card !== null);
}
