import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { v4 as uuid } from "uuid";
import type { QueuedResult, ResultState } from "./queued-result";
import { isExpired } from "./rules";
import { type Sealed, seal, unseal } from "./seal";

/** One row for each queued result. Only its owner and state can be read without the key. */
type Row = { order?: number; id: string; personId: string; state: ResultState; sealed: Sealed };
/** A person's key, and when it expires by this device's clock, in milliseconds since 1970. */
export type DeviceKey = { personId: string; key: CryptoKey; untilAt: number };

interface OnDevice extends DBSchema {
  results: { key: number; value: Row; indexes: { id: string } };
  /** The measures that can be logged without signal, one list for each person. */
  ready: { key: string; value: { personId: string; sinceAt: number; sealed: Sealed } };
  /** Permission cards saved for use without signal. */
  cards: { key: string; value: { id: string; personId: string; sealed: Sealed } };
  /** The signed-in person's key, until their session ends. */
  keys: { key: string; value: DeviceKey };
  device: { key: string; value: string };
}

let opened: Promise<IDBPDatabase<OnDevice>> | null = null;
/** The device's IndexedDB database, made on first use. */
export const openDevice = () => {
  opened ??= openDB<OnDevice>("leeway", 2, {
    upgrade(database, existing) {
      if (existing < 2) database.createObjectStore("cards", { keyPath: "id" });
      if (existing >= 1) return;
      const results = database.createObjectStore("results", { keyPath: "order", autoIncrement: true });
      results.createIndex("id", "id", { unique: true });
      database.createObjectStore("ready", { keyPath: "personId" });
      database.createObjectStore("keys", { keyPath: "personId" });
      database.createObjectStore("device");
    },
  });
  return opened;
};

/** Whether this browser can store anything: over plain http, and in some private windows, it cannot. */
export const canStore = (): boolean =>
  typeof indexedDB !== "undefined" && Boolean(globalThis.crypto?.subtle) && Boolean(globalThis.navigator?.locks);

/** This device's id, made on first use. */
export async function deviceId(): Promise<string> {
  const transaction = (await openDevice()).transaction("device", "readwrite");
  const existing = await transaction.store.get("id");
  if (existing) return existing;
  const newId = uuid();
  await transaction.store.put(newId, "id");
  await transaction.done;
  return newId;
}

/** A key on this device that has not expired, of the given person or of anyone. Deletes expired ones. */
export async function findDeviceKey(personId?: string): Promise<DeviceKey | null> {
  const database = await openDevice();
  const all = await database.getAll("keys");
  for (const { personId: owner, untilAt } of all) if (isExpired(untilAt)) await deleteDeviceKey(owner);
  return (
    all.find((deviceKey) => !isExpired(deviceKey.untilAt) && (!personId || deviceKey.personId === personId)) ?? null
  );
}

export async function saveDeviceKey(deviceKey: DeviceKey): Promise<void> {
  await (await openDevice()).put("keys", deviceKey);
}

/** Deletes other people's keys and lists when somebody signs in here. Their results stay, encrypted. */
export async function deleteOthersKeys(personId: string): Promise<void> {
  const transaction = (await openDevice()).transaction(["keys", "ready"], "readwrite", { durability: "strict" });
  for (const store of [transaction.objectStore("keys"), transaction.objectStore("ready")])
    for (const other of await store.getAllKeys()) if (other !== personId) await store.delete(other);
  await transaction.done;
}

/** Deletes a person's key, or all keys, when the session is over. Queued results stay, readable once the person signs in again. */
export async function deleteDeviceKey(personId?: string): Promise<void> {
  const transaction = (await openDevice()).transaction(["keys", "ready"], "readwrite", { durability: "strict" });
  for (const store of [transaction.objectStore("keys"), transaction.objectStore("ready")])
    await (personId ? store.delete(personId) : store.clear());
  await transaction.done;
}

/** Deletes everything of a person who signs out. */
export async function wipe(personId: string): Promise<void> {
  const stores = ["results", "cards", "keys", "ready"] as const;
  const transaction = (await openDevice()).transaction(stores, "readwrite", { durability: "strict" });
  for (const store of stores) {
    for (let row = await transaction.objectStore(store).openCursor(); row; row = await row.continue())
      if (row.value.personId === personId) await row.delete();
  }
  await transaction.done;
}

/** Saves a result; it is on disk before this returns. */
export async function add({ personId, key }: DeviceKey, result: QueuedResult): Promise<void> {
  const sealed = await seal(key, result);
  const transaction = (await openDevice()).transaction("results", "readwrite", { durability: "strict" });
  const existing = await transaction.store.index("id").get(result.id);
  const row: Row = { id: result.id, personId, state: result.state, sealed };
  await transaction.store.put(existing ? { ...row, order: existing.order } : row);
  await transaction.done;
}

/** Updates a result. One that was removed meanwhile stays removed. */
export async function change({ key }: DeviceKey, result: QueuedResult): Promise<void> {
  const sealed = await seal(key, result);
  const transaction = (await openDevice()).transaction("results", "readwrite", { durability: "strict" });
  const existing = await transaction.store.index("id").get(result.id);
  if (existing) await transaction.store.put({ ...existing, state: result.state, sealed });
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

/** A person's results, oldest first. */
export async function list({ personId, key }: DeviceKey): Promise<QueuedResult[]> {
  const rows = (await (await openDevice()).getAll("results")).filter((row) => row.personId === personId);
  // A result under another key (the server got a new secret) stays stored and does not block the others
  const read = await Promise.all(rows.map((row) => unseal<QueuedResult>(key, row.sealed).catch(() => null)));
  return read.filter((result) => result !== null);
}

/** The number of unsent results on this device, of one person or all, readable or not. */
export async function countUnsent(personId?: string): Promise<number> {
  const rows = await (await openDevice()).getAll("results");
  return rows.filter((row) => row.state !== "sent" && (!personId || row.personId === personId)).length;
}

export async function saveReady({ personId, key }: DeviceKey, ready: unknown, sinceAt = Date.now()): Promise<void> {
  const sealed = await seal(key, ready);
  await (await openDevice()).put("ready", { personId, sinceAt, sealed });
}

/** When a person's list was fetched, in milliseconds since 1970; 0 when there is none. */
export async function readySince(personId: string): Promise<number> {
  return (await (await openDevice()).get("ready", personId))?.sinceAt ?? 0;
}

export async function findReady<Ready>({ personId, key }: DeviceKey): Promise<Ready | null> {
  const row = await (await openDevice()).get("ready", personId);
  return row ? unseal<Ready>(key, row.sealed) : null;
}
