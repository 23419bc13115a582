import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { v4 as uuid } from "uuid";
import type { Kept, State } from "./kept";
import { isOver } from "./rules";
import { type Sealed, seal, unseal } from "./seal";

/** One row for each kept result. Only whose it is and where it stands can be read without the key. */
type Row = { order?: number; id: string; personId: string; state: State; sealed: Sealed };
/** A person's key, and the moment by this device's clock when it must be forgotten. */
export type Held = { personId: string; key: CryptoKey; untilAt: number };

interface OnDevice extends DBSchema {
  results: { key: number; value: Row; indexes: { id: string } };
  /** What may be logged without signal, one list for each person. */
  ready: { key: string; value: { personId: string; sinceAt: number; sealed: Sealed } };
  /** Permission cards that somebody keeps at hand. */
  cards: { key: string; value: { id: string; personId: string; sealed: Sealed } };
  /** The key of whoever is signed in, for as long as their session. */
  keys: { key: string; value: Held };
  device: { key: string; value: string };
}

let opened: Promise<IDBPDatabase<OnDevice>> | null = null;
/** The device's own store; the first time it is made. */
export const openDevice = () => {
  opened ??= openDB<OnDevice>("leeway", 2, {
    upgrade(database, before) {
      if (before < 2) database.createObjectStore("cards", { keyPath: "id" });
      if (before >= 1) return;
      const results = database.createObjectStore("results", { keyPath: "order", autoIncrement: true });
      results.createIndex("id", "id", { unique: true });
      database.createObjectStore("ready", { keyPath: "personId" });
      database.createObjectStore("keys", { keyPath: "personId" });
      database.createObjectStore("device");
    },
  });
  return opened;
};

/** Whether this browser can keep anything: over plain http, and in some private windows, it cannot. */
export const canStore = (): boolean =>
  typeof indexedDB !== "undefined" && Boolean(globalThis.crypto?.subtle) && Boolean(globalThis.navigator?.locks);

/** The id that this device made for itself. */
export async function deviceId(): Promise<string> {
  const transaction = (await openDevice()).transaction("device", "readwrite");
  const known = await transaction.store.get("id");
  if (known) return known;
  const made = uuid();
  await transaction.store.put(made, "id");
  await transaction.done;
  return made;
}

/** Whose key is here and still good; a key whose session is over is forgotten. */
export async function findHeld(personId?: string): Promise<Held | null> {
  const database = await openDevice();
  const all = await database.getAll("keys");
  for (const { personId: whose, untilAt } of all) if (isOver(untilAt)) await forgetKey(whose);
  return all.find((held) => !isOver(held.untilAt) && (!personId || held.personId === personId)) ?? null;
}

/** Holds a person's key, for as long as their session. */
export async function hold(held: Held): Promise<void> {
  await (await openDevice()).put("keys", held);
}

/** Somebody is here now: what could be read of anybody else goes, their list and the key to what they have not sent. */
export async function forgetOthers(personId: string): Promise<void> {
  const transaction = (await openDevice()).transaction(["keys", "ready"], "readwrite", { durability: "strict" });
  for (const store of [transaction.objectStore("keys"), transaction.objectStore("ready")])
    for (const other of await store.getAllKeys()) if (other !== personId) await store.delete(other);
  await transaction.done;
}

/** The session is over: what waits stays, and cannot be read until the same person signs in again. */
export async function forgetKey(personId?: string): Promise<void> {
  const transaction = (await openDevice()).transaction(["keys", "ready"], "readwrite", { durability: "strict" });
  for (const store of [transaction.objectStore("keys"), transaction.objectStore("ready")])
    await (personId ? store.delete(personId) : store.clear());
  await transaction.done;
}

/** The person signs out: nothing of theirs stays on the device. */
export async function wipe(personId: string): Promise<void> {
  const stores = ["results", "cards", "keys", "ready"] as const;
  const transaction = (await openDevice()).transaction(stores, "readwrite", { durability: "strict" });
  for (const store of stores) {
    for (let row = await transaction.objectStore(store).openCursor(); row; row = await row.continue())
      if (row.value.personId === personId) await row.delete();
  }
  await transaction.done;
}

/** Writes a result down, on the disk before this returns. */
export async function add({ personId, key }: Held, kept: Kept): Promise<void> {
  const sealed = await seal(key, kept);
  const transaction = (await openDevice()).transaction("results", "readwrite", { durability: "strict" });
  const before = await transaction.store.index("id").get(kept.id);
  const row: Row = { id: kept.id, personId, state: kept.state, sealed };
  await transaction.store.put(before ? { ...row, order: before.order } : row);
  await transaction.done;
}

/** Writes down what became of one; one that was let go meanwhile does not come back. */
export async function change({ key }: Held, kept: Kept): Promise<void> {
  const sealed = await seal(key, kept);
  const transaction = (await openDevice()).transaction("results", "readwrite", { durability: "strict" });
  const before = await transaction.store.index("id").get(kept.id);
  if (before) await transaction.store.put({ ...before, state: kept.state, sealed });
  await transaction.done;
}

export async function remove(ids: readonly string[]): Promise<void> {
  const transaction = (await openDevice()).transaction("results", "readwrite", { durability: "strict" });
  for (const id of ids) {
    const order = await transaction.store.index("id").getKey(id);
    if (order !== undefined) await transaction.store.delete(order);
  }
  await transaction.done;
}

/** All that is kept of one person, in the order in which it was kept. */
export async function list({ personId, key }: Held): Promise<Kept[]> {
  const mine = (await (await openDevice()).getAll("results")).filter((row) => row.personId === personId);
  // Under another key, as after the server got a new secret, it stays where it is and does not stand in the way of others
  const read = await Promise.all(mine.map((row) => unseal<Kept>(key, row.sealed).catch(() => null)));
  return read.filter((kept) => kept !== null);
}

/** How many results wait here that nobody can read just now. */
export async function countUnsent(personId?: string): Promise<number> {
  const rows = await (await openDevice()).getAll("results");
  return rows.filter((row) => row.state !== "sent" && (!personId || row.personId === personId)).length;
}

export async function saveReady({ personId, key }: Held, ready: unknown, sinceAt = Date.now()): Promise<void> {
  const sealed = await seal(key, ready);
  await (await openDevice()).put("ready", { personId, sinceAt, sealed });
}

/** When a person's list was fetched; 0 when there is none. */
export async function readySince(personId: string): Promise<number> {
  return (await (await openDevice()).get("ready", personId))?.sinceAt ?? 0;
}

export async function findReady<Ready>({ personId, key }: Held): Promise<Ready | null> {
  const row = await (await openDevice()).get("ready", personId);
  return row ? unseal<Ready>(key, row.sealed) : null;
}
