import type { connect, Transaction } from "./client";
import { openReading, type Reader, type ReadingTransaction } from "./reading-transaction";

/** How long a transaction waits for another part of a page that takes long to send, as to a reader with a slow connection. */
const idleMilliseconds = 250;

export type Read = <Result>(reader: Reader, work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

type Shared = { opened: Promise<ReadingTransaction>; users: number; ended: boolean };

/**
 * One transaction for all that a page asks, so that its parts agree with each other. It is opened by whoever asks first, and
 * ended when the page was sent, or when nobody has asked for a while.
 * @param afterPage - calls its argument when the page was sent
 */
export function shareReading(database: ReturnType<typeof connect>, afterPage: (end: () => void) => void): Read {
  const open = new Map<string, Shared>();

  return async (reader, work) => {
    const name = JSON.stringify(reader);
    const existing = open.get(name);
    const shared = existing ?? { opened: openReading(database, reader), users: 0, ended: false };
    const leave = () => {
      if (open.get(name) === shared) open.delete(name);
    };
    if (!existing) {
      open.set(name, shared);
      afterPage(() => endIfUnused(shared, leave));
    }
    shared.users += 1;
    try {
      return await work((await shared.opened).tx);
    } catch (error) {
      leave(); // after a failed query the transaction answers nothing more
      throw error;
    } finally {
      shared.users -= 1;
      if (shared.users === 0) setTimeout(() => endIfUnused(shared, leave), idleMilliseconds).unref();
    }
  };
}

function endIfUnused(shared: Shared, leave: () => void): void {
  if (shared.ended || shared.users > 0) return;
  shared.ended = true;
  leave();
  shared.opened.then(
    ({ end }) => end(),
    () => {}, // whoever asked was told that it did not open
  );
}
