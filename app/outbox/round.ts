import type { Answer, Kept, Problem } from "./kept";
import { type Came, nextFor } from "./rules";

/** How one sending went. */
export type Sending = { answer: Answer } | { problem: Problem; came: Came };

export type Outcome = { answer: Answer } | { problem: Problem } | "waiting" | "signed out";

type Round = {
  /** What waits, in the order in which it was kept; read when the round begins, so nothing is sent that another tab has sent. */
  waiting: readonly Kept[];
  send: (kept: Kept) => Promise<Sending>;
  /** Writes down what became of one before the next is sent. */
  settle: (kept: Kept, outcome: { answer: Answer } | { problem: Problem }) => Promise<void>;
};

/**
 * Sends what waits, one after the other, in order. The same result goes out under the same key each time, so one whose
 * answer was lost is answered again and not saved again.
 * @returns whether all of it is settled, something is to be tried later, or the session is over
 */
export async function sendRound({ waiting, send, settle }: Round): Promise<"done" | "later" | "signed out"> {
  const heldBack = new Set<string>();
  for (const kept of waiting) {
    const { measureId } = kept.sent;
    if (heldBack.has(measureId)) continue;
    const sending = await send(kept);
    if ("answer" in sending) {
      await settle(kept, sending);
      continue;
    }
    const next = nextFor(sending.came);
    if (next === "signed out" || next === "later") return next;
    if (next === "needs you") await settle(kept, { problem: sending.problem });
    else heldBack.add(measureId);
  }
  return heldBack.size > 0 ? "later" : "done";
}
