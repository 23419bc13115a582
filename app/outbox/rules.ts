/** The response to a queued result: the status, if there was any response, and whether it came from Leeway. */
export type SendResponse = { status?: number; fromLeeway: boolean };

/** "later" holds back every later result, "later for its measure" only later ones of the same measure. */
export type NextStep = "needs you" | "signed out" | "later" | "later for its measure";

const temporary = new Set([408, 429, 502, 503, 504]);

/**
 * What to do with a result that was not saved. Only a refusal by Leeway itself counts: a ward's guest network answers with
 * pages of its own. After a server error the result is tried again and others go on, because the result may be fine.
 */
export function nextStepFor({ status, fromLeeway }: SendResponse): NextStep {
  if (!fromLeeway || status === undefined || temporary.has(status)) return "later";
  if (status === 401) return "signed out";
  return status >= 400 && status < 500 ? "needs you" : "later for its measure";
}

const secondMs = 1_000;
/** In milliseconds: a phone may hold a dead connection open for minutes. */
export const requestTimeoutMs = 10 * secondMs;
/** How long "Saving" is shown, in milliseconds, before the person reads that the result waits. */
export const savingTimeoutMs = 4 * secondMs;

/** The delay before the next try, in milliseconds, after so many failures in a row: 15 seconds, later up to 2 minutes. */
export const retryDelayMs = (failures: number): number => Math.min(15 * 2 ** Math.max(0, failures - 4), 120) * secondMs;

/** Whether a session's key must be deleted from the device: the session has ended, though no server could say so. */
export const isExpired = (untilAt: number, now = Date.now()): boolean => now >= untilAt;

/** Whether the list for use without signal is recent enough not to be fetched again. */
export const isFresh = (sinceAt: number, now = Date.now()): boolean => now - sinceAt < 600 * secondMs;
