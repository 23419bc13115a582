import type { connect, Transaction } from "./client";
import { openReading, type Reader, type ReadingTransaction } from "./reading-transaction";

/** How long a transaction waits for another part of the page to ask: longer than rendering a part takes. */
const idleMilliseconds = 20;

export type Read = <Result>(reader: Reader, work: (tx: Transaction) => Promise<Result>) => Promise<Result>;

type Shared = { opened: Promise<ReadingTransaction>; users: number };

/**
 * One transaction for all that a page asks, so that its parts agree with each other. It is opened by whoever asks first, and
 * ended when nobody has asked for a moment: a reader with a slow connection holds none.
 */
export function shareReading(database: ReturnType<typeof connect>): Read {
  const open = new Map<string, Shared>();

  return async (reader, work) => {
    const name = JSON.stringify(reader);
    const shared = open.get(name) ?? { opened: openReading(database, reader), users: 0 };
    open.set(name, shared);
    shared.users += 1;
    const leave = () => {
      if (open.get(name) === shared) open.delete(name);
    };
    try {
      return await work((await shared.opened).tx);
    } catch (error) {
      leave(); // after a failed query the transaction answers nothing more
      throw error;
    } finally {
      shared.users -= 1;
      if (shared.users === 0) setTimeout(() => endIfUnused(shared, leave), idleMilliseconds);
    }
  };
}

function endIfUnused(shared: Shared, leave: () => void): void {
  if (shared.users > 0) return;
  leave();
  const { opened } = shared;
  shared.users = Number.POSITIVE_INFINITY; // ended once, though several timers may come
  opened.then(
    ({ end }) => end(),
    () => {}, // whoever asked was told that it did not open
  );
}
