/** What came back for a kept result: the status, if anything answered, and whether it was Leeway that spoke. */
export type Came = { status?: number; fromLeeway: boolean };

/** "later" holds back all that was kept after it, "later for its measure" only what belongs to the same measure. */
export type Next = "needs you" | "signed out" | "later" | "later for its measure";

const passing = new Set([408, 429, 502, 503, 504]);

/**
 * What to do with a result that was not saved. Only a refusal in Leeway's own words is one: a ward's guest network answers
 * with pages of its own. Where Leeway broke over it the others go on, and it is tried again: it may be no fault of the result.
 */
export function nextFor({ status, fromLeeway }: Came): Next {
  if (!fromLeeway || status === undefined || passing.has(status)) return "later";
  if (status === 401) return "signed out";
  return status >= 400 && status < 500 ? "needs you" : "later for its measure";
}

const second = 1_000;
/** No answer within this is none: a phone may hold a dead connection open for minutes. */
export const answerWithin = 10 * second;
/** A person looks at "Saving" for so long; then they are told that it waits. */
export const timeoutMs = 4 * second;

/** How long to wait before the next try, after so many that came to nothing in a row: 15 seconds, later up to 2 minutes. */
export const nextTryIn = (inVain: number): number => Math.min(15 * 2 ** Math.max(0, inVain - 4), 120) * second;

/** Whether a device must forget the key of a session: it has ended, though no server could say so. */
export const isOver = (untilAt: number, now = Date.now()): boolean => now >= untilAt;

/** Whether what was fetched to be ready without signal need not be fetched again yet. */
export const isFresh = (sinceAt: number, now = Date.now()): boolean => now - sinceAt < 600 * second;
