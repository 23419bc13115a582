import { deleteCard, type SavedCard, saveCard } from "./cards";
import { emptyDeviceState, readDevice } from "./device-state";
import { fetchKey, findKey } from "./keys";
import { type QueuedResult, samePlace, type TypedResult } from "./queued-result";
import { isReadyFor, markLogged } from "./ready-list";
import { retryDelayMs, savingTimeoutMs } from "./rules";
import { type Outcome, sendQueue } from "./send-queue";
import type { Server } from "./server";
import * as store from "./store";

const lockName = "leeway sends queued results";

/** The queue of results on this device: stored first, sent by one tab at a time, retried until the server has answered. */
export function makeOutbox(server: Server, channel: BroadcastChannel) {
  let seen = emptyDeviceState;
  const watchers = new Set<() => void>();
  /** The signed-in person as the page knows them; null on the cached page. */
  let person: string | null = null;
  let deviceKey: store.DeviceKey | null = null;
  let signedOut = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rounds: Promise<void> = Promise.resolve();
  /** Outcomes by result, in memory only: a refusal may hold other people's words, which are not stored. */
  const outcomes = new Map<string, Outcome>();
  /** Results whose form is still open and shows their outcome. */
  const inSight = new Set<string>();

  async function look(): Promise<void> {
    seen = await readDevice({ deviceKey, person, signedOut });
    for (const watcher of watchers) watcher();
  }
  async function changed(): Promise<void> {
    channel.postMessage("changed");
    await look();
  }

  /** Gets the key from the device or, with signal, from the server. */
  async function unlock(): Promise<void> {
    deviceKey = await findKey(person);
    if (deviceKey || !person) return;
    deviceKey = await fetchKey(server, person);
    signedOut = deviceKey === null;
  }

  async function round(): Promise<void> {
    if (!navigator.onLine) return;
    await unlock();
    if (!deviceKey) return;
    const mine = deviceKey;
    const outcome = await navigator.locks.request(lockName, async () => {
      const waiting = (await store.list(mine)).filter(({ state }) => state === "waiting");
      return sendQueue({
        waiting,
        send: (kept) => server.send(mine.personId, kept),
        settle: async (kept, outcome) => {
          outcomes.set(kept.id, outcome);
          await settle(mine, kept, outcome);
          await changed();
        },
      });
    });
    failures = outcome === "done" ? 0 : failures + 1;
    if (outcome !== "signed out") return;
    signedOut = true;
    deviceKey = null;
    await store.deleteDeviceKey(mine.personId);
    await changed();
  }

  /** Rounds run one after the other; results stored meanwhile are sent in the next round. */
  function sendWhatWaits(): Promise<void> {
    clearTimeout(timer);
    rounds = rounds.then(round).catch(() => {
      failures += 1; // no key without signal: try again
    });
    return rounds.then(() => {
      clearTimeout(timer);
      const waits = seen.kept.some(({ state }) => state === "waiting") || (seen.locked > 0 && person !== null);
      if (waits && !signedOut) timer = setTimeout(sendWhatWaits, retryDelayMs(failures));
    });
  }

  const tryAgain = () => {
    failures = 0;
    signedOut = false;
    return sendWhatWaits();
  };
  const whenVisible = () => {
    if (document.visibilityState === "visible") void look().then(tryAgain);
  };
  window.addEventListener("online", tryAgain);
  document.addEventListener("visibilitychange", whenVisible);
  channel.onmessage = () => void look();

  return {
    watch(watcher: () => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    seen: () => seen,
    tryAgain,

    /** Called with the signed-in person when a page opens: deletes others' keys and sends this person's queued results. */
    async begin(personId: string | null, isKeptPage: boolean): Promise<void> {
      person = personId;
      signedOut = false;
      if (personId) await store.deleteOthersKeys(personId);
      else if (!isKeptPage) await store.deleteDeviceKey(); // the server reported that nobody is signed in
      deviceKey = await findKey(personId);
      await look();
      if (seen.kept.length > 0 || seen.locked > 0) await sendWhatWaits();
      await look();
    },

    /** While there is signal, fetches what the device needs to accept results without it. */
    async makeReady(openId?: string): Promise<void> {
      if (!person || !navigator.onLine) return;
      deviceKey = await findKey(person);
      if (deviceKey && (await isReadyFor(deviceKey, openId))) return;
      deviceKey = await fetchKey(server, person); // fetched again, so that it lasts as long as the session
      if (deviceKey) await store.saveReady(deviceKey, await server.ready(deviceKey.personId, openId));
      await look();
    },

    /** Stores a result and sends it. @returns null when this device cannot store anything; then nothing was done */
    async keep(typed: TypedResult): Promise<Outcome | null> {
      if (!deviceKey) await unlock().catch(() => {});
      if (!deviceKey) return null;
      // Earlier results for the same measure, organisation and period are replaced by this one
      inSight.add(typed.id);
      const before = (await store.list(deviceKey)).filter(
        ({ id, sent, state }) =>
          id !== typed.id && state !== "sent" && samePlace(sent, typed.sent) && sent.periodOn === typed.sent.periodOn,
      );
      try {
        await store.add(deviceKey, { ...typed, state: "waiting", keptAt: new Date().toISOString() });
      } catch {
        return null; // the disk is full, or the browser refuses
      }
      await store.remove(before.map(({ id }) => id));
      await changed();
      await Promise.race([sendWhatWaits(), new Promise((over) => setTimeout(over, savingTimeoutMs))]);
      await look();
      const answer = seen.kept.find(({ id }) => id === typed.id)?.answer; // another tab may have sent it
      return outcomes.get(typed.id) ?? (answer ? { answer } : signedOut ? "signed out" : "waiting");
    },

    isInSight: (id: string) => inSight.has(id),
    /** Their form was closed. */
    outOfSight(ids: readonly string[]) {
      for (const id of ids) inSight.delete(id);
      void look();
    },

    /** Removes results from the device once they were shown or discarded. */
    async remove(ids: readonly string[]): Promise<void> {
      await store.remove(ids);
      await changed();
    },

    /** @returns whether it was stored; it is not when there is no key and no signal to fetch one */
    async keepCard(card: SavedCard): Promise<boolean> {
      if (!deviceKey) await unlock().catch(() => {});
      if (deviceKey) await saveCard(deviceKey, card);
      await changed();
      return deviceKey !== null;
    },
    async dropCard(experimentId: string): Promise<void> {
      if (deviceKey) await deleteCard(deviceKey, experimentId);
      await changed();
    },

    /** The number of results that signing out would lose. */
    unsent: () => store.countUnsent(person ?? deviceKey?.personId),

    async wipe(): Promise<void> {
      const whose = person ?? deviceKey?.personId;
      deviceKey = null;
      if (whose) await store.wipe(whose);
      await changed();
    },

    end() {
      clearTimeout(timer);
      window.removeEventListener("online", tryAgain);
      document.removeEventListener("visibilitychange", whenVisible);
      channel.close();
    },
  };
}

/** Saves the outcome of a result. */
async function settle(deviceKey: store.DeviceKey, kept: QueuedResult, outcome: Outcome): Promise<void> {
  if (typeof outcome === "string") return;
  if ("problem" in outcome) {
    await store.change(deviceKey, { ...kept, state: "needs you", why: outcome.problem.data.code });
    return;
  }
  await markLogged(deviceKey, kept);
  await store.change(deviceKey, { ...kept, state: "sent", answer: outcome.answer });
}

export type Outbox = ReturnType<typeof makeOutbox>;
