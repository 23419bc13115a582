/** Marks the error for the page that is shown in place of one (app/error.tsx). */
export const TOOK_TOO_LONG = "took too long";

export const tookTooLong = "This took too long and was ended, so nothing was changed.";
export const tryLater = "Try again in a moment. If it goes on, tell the person who looks after Leeway for you.";

/** The database ended a query, which takes what it had done with it. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
  readonly digest = TOOK_TOO_LONG;
  constructor(cause: unknown) {
    super(`${tookTooLong} ${tryLater}`, { cause });
  }
}

/** Whether the database ended a query because of its time limit (db/client.ts). */
export function wasEnded(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "57014") || wasEnded(error.cause);
}
