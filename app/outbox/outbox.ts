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
  let deviceState = emptyDeviceState;
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
  const openForms = new Set<string>();

  async function refreshState(): Promise<void> {
    deviceState = await readDevice({ deviceKey, person, signedOut });
    for (const watcher of watchers) watcher();
  }
  async function changed(): Promise<void> {
    channel.postMessage("changed");
    await refreshState();
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
    const sendersKey = deviceKey;
    const outcome = await navigator.locks.request(lockName, async () => {
      const waiting = (await store.list(sendersKey)).filter(({ state }) => state === "waiting");
      return sendQueue({
        waiting,
        send: (result) => server.send(sendersKey.personId, result),
        settle: async (result, outcome) => {
          outcomes.set(result.id, outcome);
          await settle(sendersKey, result, outcome);
          await changed();
        },
      });
    });
    failures = outcome === "done" ? 0 : failures + 1;
    if (outcome !== "signed out") return;
    signedOut = true;
    deviceKey = null;
    await store.deleteDeviceKey(sendersKey.personId);
    await changed();
  }

  /** Rounds run one after the other; results stored meanwhile are sent in the next round. */
  function sendWaiting(): Promise<void> {
    clearTimeout(timer);
    rounds = rounds.then(round).catch(() => {
      failures += 1; // no key without signal: try again
    });
    return rounds.then(() => {
      clearTimeout(timer);
      const hasWaiting =
        deviceState.results.some(({ state }) => state === "waiting") || (deviceState.locked > 0 && person !== null);
      if (hasWaiting && !signedOut) timer = setTimeout(sendWaiting, retryDelayMs(failures));
    });
  }

  const tryAgain = () => {
    failures = 0;
    signedOut = false;
    return sendWaiting();
  };
  const onVisible = () => {
    if (document.visibilityState === "visible") void refreshState().then(tryAgain);
  };
  window.addEventListener("online", tryAgain);
  document.addEventListener("visibilitychange", onVisible);
  channel.onmessage = () => void refreshState();

  return {
    watch(watcher: () => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    deviceState: () => deviceState,
    tryAgain,

    /** Called with the signed-in person when a page opens: deletes others' keys and sends this person's queued results. */
    async begin(personId: string | null, isCachedPage: boolean): Promise<void> {
      person = personId;
      signedOut = false;
      if (personId) await store.deleteOthersKeys(personId);
      else if (!isCachedPage) await store.deleteDeviceKey(); // the server reported that nobody is signed in
      deviceKey = await findKey(personId);
      await refreshState();
      if (deviceState.results.length > 0 || deviceState.locked > 0) await sendWaiting();
      await refreshState();
    },

    /** While there is signal, fetches what the device needs to accept results without it. */
    async makeReady(openId?: string): Promise<void> {
      if (!person || !navigator.onLine) return;
      deviceKey = await findKey(person);
      if (deviceKey && (await isReadyFor(deviceKey, openId))) return;
      deviceKey = await fetchKey(server, person); // fetched again, so that it lasts as long as the session
      if (deviceKey) await store.saveReady(deviceKey, await server.ready(deviceKey.personId, openId));
      await refreshState();
    },

    /** Stores a result and sends it. @returns null when this device cannot store anything; then nothing was done */
    async submit(typed: TypedResult): Promise<Outcome | null> {
      if (!deviceKey) await unlock().catch(() => {});
      if (!deviceKey) return null;
      // Earlier results for the same measure, organisation and period are replaced by this one
      openForms.add(typed.id);
      const replaced = (await store.list(deviceKey)).filter(
        ({ id, sent, state }) =>
          id !== typed.id && state !== "sent" && samePlace(sent, typed.sent) && sent.periodOn === typed.sent.periodOn,
      );
      try {
        await store.add(deviceKey, { ...typed, state: "waiting", queuedAt: new Date().toISOString() });
      } catch {
        return null; // the disk is full, or the browser refuses
      }
      await store.remove(replaced.map(({ id }) => id));
      await changed();
      await Promise.race([sendWaiting(), new Promise((resolve) => setTimeout(resolve, savingTimeoutMs))]);
      await refreshState();
      const answer = deviceState.results.find(({ id }) => id === typed.id)?.answer; // another tab may have sent it
      return outcomes.get(typed.id) ?? (answer ? { answer } : signedOut ? "signed out" : "waiting");
    },

    isFormOpen: (id: string) => openForms.has(id),
    /** Their form was closed. */
    closeForms(ids: readonly string[]) {
      for (const id of ids) openForms.delete(id);
      void refreshState();
    },

    /** Removes results from the device once they were shown or discarded. */
    async remove(ids: readonly string[]): Promise<void> {
      await store.remove(ids);
      await changed();
    },

    /** @returns whether it was stored; it is not when there is no key and no signal to fetch one */
    async saveCard(card: SavedCard): Promise<boolean> {
      if (!deviceKey) await unlock().catch(() => {});
      if (deviceKey) await saveCard(deviceKey, card);
      await changed();
      return deviceKey !== null;
    },
    async deleteCard(experimentId: string): Promise<void> {
      if (deviceKey) await deleteCard(deviceKey, experimentId);
      await changed();
    },

    /** The number of results that signing out would lose. */
    unsent: () => store.countUnsent(person ?? deviceKey?.personId),

    async wipe(): Promise<void> {
      const personId = person ?? deviceKey?.personId;
      deviceKey = null;
      if (personId) await store.wipe(personId);
      await changed();
    },

    end() {
      clearTimeout(timer);
      window.removeEventListener("online", tryAgain);
      document.removeEventListener("visibilitychange", onVisible);
      channel.close();
    },
  };
}

/** Saves the outcome of a result. */
async function settle(deviceKey: store.DeviceKey, result: QueuedResult, outcome: Outcome): Promise<void> {
  if (typeof outcome === "string") return;
  if ("problem" in outcome) {
    await store.change(deviceKey, { ...result, state: "needs you", why: outcome.problem.data.code });
    return;
  }
  await markLogged(deviceKey, result);
  await store.change(deviceKey, { ...result, state: "sent", answer: outcome.answer });
}

export type Outbox = ReturnType<typeof makeOutbox>;
