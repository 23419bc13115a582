import type { Answer, Problem, QueuedResult } from "./queued-result";
import { nextStepFor, type SendResponse } from "./rules";

/** The result of sending one queued result. */
export type SendResult = { answer: Answer } | { problem: Problem; response: SendResponse };

export type Outcome = { answer: Answer } | { problem: Problem } | "waiting" | "signed out";

type Round = {
  /** The waiting results, oldest first; read at the start of the round, so that results sent by another tab are not sent again. */
  waiting: readonly QueuedResult[];
  send: (result: QueuedResult) => Promise<SendResult>;
  /** Saves a result's outcome before the next one is sent. */
  settle: (result: QueuedResult, outcome: { answer: Answer } | { problem: Problem }) => Promise<void>;
};

/**
 * Sends queued results one by one, in order. A result keeps its idempotency key, so that one whose answer was lost is
 * answered again but not saved again.
 * @returns "done" when all are settled, "later" when some must be tried again, "signed out" when the session is over
 */
export async function sendQueue({ waiting, send, settle }: Round): Promise<"done" | "later" | "signed out"> {
  const heldBack = new Set<string>();
  for (const result of waiting) {
    const { measureId } = result.sent;
    if (heldBack.has(measureId)) continue;
    const sent = await send(result);
    if ("answer" in sent) {
      await settle(result, sent);
      continue;
    }
    const next = nextStepFor(sent.response);
    if (next === "signed out" || next === "later") return next;
    if (next === "needs you") await settle(result, { problem: sent.problem });
    else heldBack.add(measureId);
  }
  return heldBack.size > 0 ? "later" : "done";
}
