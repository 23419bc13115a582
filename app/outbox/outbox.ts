import { deleteCard, type SavedCard, saveCard } from "./cards";
import { type Kept, samePlace, type Typed } from "./kept";
import { fetchKey, findKey } from "./keys";
import { isReadyFor, noteLogged } from "./ready-list";
import { type Outcome, sendRound } from "./round";
import { nextTryIn, timeoutMs } from "./rules";
import { lookAtDevice, nothingSeen } from "./seen";
import type { Server } from "./server";
import * as store from "./store";

const lockName = "leeway sends what was kept";

/** The results on this device: written down first, sent by one tab at a time, tried again until the server has answered. */
export function makeOutbox(server: Server, channel: BroadcastChannel) {
  let seen = nothingSeen;
  const watchers = new Set<() => void>();
  /** Who is signed in by what the page knows; a page that was kept for want of signal knows nobody. */
  let person: string | null = null;
  let held: store.Held | null = null;
  let signedOut = false;
  let inVain = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rounds: Promise<void> = Promise.resolve();
  /** What came back word for word, while this page is open: a refusal may hold other people's words, which are not kept. */
  const told = new Map<string, Outcome>();
  /** Those whose writer is still before the form, which tells what becomes of them. */
  const inSight = new Set<string>();

  async function look(): Promise<void> {
    seen = await lookAtDevice({ held, person, signedOut });
    for (const watcher of watchers) watcher();
  }
  async function changed(): Promise<void> {
    channel.postMessage("changed");
    await look();
  }

  /** Takes the key from the device or, where there is signal, from the server. */
  async function unlock(): Promise<void> {
    held = await findKey(person);
    if (held || !person) return;
    held = await fetchKey(server, person);
    signedOut = held === null;
  }

  async function round(): Promise<void> {
    if (!navigator.onLine) return;
    await unlock();
    if (!held) return;
    const mine = held;
    const went = await navigator.locks.request(lockName, async () => {
      const waiting = (await store.list(mine)).filter(({ state }) => state === "waiting");
      return sendRound({
        waiting,
        send: (kept) => server.send(mine.personId, kept),
        settle: async (kept, outcome) => {
          told.set(kept.id, outcome);
          await settle(mine, kept, outcome);
          await changed();
        },
      });
    });
    inVain = went === "done" ? 0 : inVain + 1;
    if (went !== "signed out") return;
    signedOut = true;
    held = null;
    await store.forgetKey(mine.personId);
    await changed();
  }

  /** One round after the other: what was kept meanwhile is in the next. */
  function sendWhatWaits(): Promise<void> {
    clearTimeout(timer);
    rounds = rounds.then(round).catch(() => {
      inVain += 1; // no key without signal: it is tried again
    });
    return rounds.then(() => {
      clearTimeout(timer);
      const waits = seen.kept.some(({ state }) => state === "waiting") || (seen.locked > 0 && person !== null);
      if (waits && !signedOut) timer = setTimeout(sendWhatWaits, nextTryIn(inVain));
    });
  }

  const tryAgain = () => {
    inVain = 0;
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

    /** Who is here. What of others can be read goes; what this person left behind is sent. */
    async begin(personId: string | null, isKeptPage: boolean): Promise<void> {
      person = personId;
      signedOut = false;
      if (personId) await store.forgetOthers(personId);
      else if (!isKeptPage) await store.forgetKey(); // the server has just said that nobody is signed in
      held = await findKey(personId);
      await look();
      if (seen.kept.length > 0 || seen.locked > 0) await sendWhatWaits();
      await look();
    },

    /** Signal may go at any time: what is needed to take a result without it is fetched while it is there. */
    async makeReady(openId?: string): Promise<void> {
      if (!person || !navigator.onLine) return;
      held = await findKey(person);
      if (held && (await isReadyFor(held, openId))) return;
      held = await fetchKey(server, person); // anew, so that it lasts as long as the session now does
      if (held) await store.saveReady(held, await server.ready(held.personId, openId));
      await look();
    },

    /** Writes a result down and sends it. @returns null when this device cannot keep anything, and nothing was done */
    async keep(typed: Typed): Promise<Outcome | null> {
      if (!held) await unlock().catch(() => {});
      if (!held) return null;
      // What was typed before for the same place is what the person has just put right
      inSight.add(typed.id);
      const before = (await store.list(held)).filter(
        ({ id, sent, state }) =>
          id !== typed.id && state !== "sent" && samePlace(sent, typed.sent) && sent.periodOn === typed.sent.periodOn,
      );
      try {
        await store.add(held, { ...typed, state: "waiting", keptAt: new Date().toISOString() });
      } catch {
        return null; // the disk is full, or the browser would not have it
      }
      await store.remove(before.map(({ id }) => id));
      await changed();
      await Promise.race([sendWhatWaits(), new Promise((over) => setTimeout(over, timeoutMs))]);
      await look();
      const answer = seen.kept.find(({ id }) => id === typed.id)?.answer; // perhaps another tab sent it
      return told.get(typed.id) ?? (answer ? { answer } : signedOut ? "signed out" : "waiting");
    },

    isInSight: (id: string) => inSight.has(id),
    /** Their form is gone. */
    outOfSight(ids: readonly string[]) {
      for (const id of ids) inSight.delete(id);
      void look();
    },

    /** Takes results off the device: they were seen, or are let go. */
    async remove(ids: readonly string[]): Promise<void> {
      await store.remove(ids);
      await changed();
    },

    /** @returns whether it is kept: without the key, which needs signal once, it is not */
    async keepCard(card: SavedCard): Promise<boolean> {
      if (!held) await unlock().catch(() => {});
      if (held) await saveCard(held, card);
      await changed();
      return held !== null;
    },
    async dropCard(experimentId: string): Promise<void> {
      if (held) await deleteCard(held, experimentId);
      await changed();
    },

    /** How many would be lost by signing out. */
    unsent: () => store.countUnsent(person ?? held?.personId),

    async wipe(): Promise<void> {
      const whose = person ?? held?.personId;
      held = null;
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

/** Writes down what became of a result. */
async function settle(held: store.Held, kept: Kept, outcome: Outcome): Promise<void> {
  if (typeof outcome === "string") return;
  if ("problem" in outcome) {
    await store.change(held, { ...kept, state: "needs you", why: outcome.problem.data.code });
    return;
  }
  await noteLogged(held, kept);
  await store.change(held, { ...kept, state: "sent", answer: outcome.answer });
}

export type Outbox = ReturnType<typeof makeOutbox>;
