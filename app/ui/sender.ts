import { v4 as uuid } from "uuid";

/** A second press this soon after the first is a double press, even if the values changed; in milliseconds. */
const doublePressMs = 1000;

/**
 * Decides whether a press sends, and with which idempotency key.
 * The same values keep one key until a send succeeds, so that the server recognises a retry after a lost answer;
 * other values, or the same ones after a success, get a new key.
 */
export function createSender(newKey: () => string = uuid, now: () => number = Date.now) {
  let keys = new Map<string, string>();
  let inFlight = false;
  let sentAt = Number.NEGATIVE_INFINITY;

  const acceptsPress = () => !inFlight && now() - sentAt >= doublePressMs;

  return {
    /** Whether a press now would send. */
    acceptsPress,
    /** The key for these values, or undefined when this press must not send. */
    begin(values: unknown) {
      if (!acceptsPress()) return undefined;
      inFlight = true;
      sentAt = now();
      const json = stableJson(values);
      const key = keys.get(json) ?? newKey();
      keys.set(json, key);
      return key;
    },
    succeeded() {
      inFlight = false;
      keys = new Map();
    },
    /** As far as we know nothing was saved, so the next press sends at once. */
    failed() {
      inFlight = false;
      sentAt = Number.NEGATIVE_INFINITY;
    },
  };
}

/** A JSON text that is equal for equal values, whatever the order of their keys. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
