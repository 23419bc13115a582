import { v4 as uuid } from "uuid";

/** A second press this soon after one that was sent is a double press, whatever the form holds by then. */
const doublePress = 1000;

/**
 * Decides whether a press sends, and under which key.
 * The same values keep one key until a send succeeds, so that a second try after a lost answer is recognised by the
 * server as the first one; other values, or the same ones after a success, get a new key.
 */
export function createSender(newKey: () => string = uuid, now: () => number = Date.now) {
  let keys = new Map<string, string>();
  let inFlight = false;
  let sentAt = Number.NEGATIVE_INFINITY;

  const open = () => !inFlight && now() - sentAt >= doublePress;

  return {
    /** Whether a press now would be taken as one. */
    open,
    /** The key to send these values under, or nothing when this press is not to be sent. */
    begin(values: unknown) {
      if (!open()) return undefined;
      inFlight = true;
      sentAt = now();
      const written = stable(values);
      const key = keys.get(written) ?? newKey();
      keys.set(written, key);
      return key;
    },
    succeeded() {
      inFlight = false;
      keys = new Map();
    },
    /** Nothing was saved as far as we know, so the next press counts at once. */
    didNotSucceed() {
      inFlight = false;
      sentAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** The same text for the same values, whatever the order they were filled in. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
