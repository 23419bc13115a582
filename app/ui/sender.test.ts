import { expect, test } from "vitest";
import { createSender, stableJson } from "./sender";

function senderWithClock() {
  let made = 0;
  const clock = { now: 0 };
  const sender = createSender(
    () => `key ${++made}`,
    () => clock.now,
  );
  return { sender, clock };
}

test("the same values keep their key after an answer that was lost", () => {
  const { sender } = senderWithClock();
  const first = sender.begin({ harm: "A fall", likelihood: 3 });
  sender.failed();
  expect(first).toBe("key 1");
  expect(sender.begin({ likelihood: 3, harm: "A fall" })).toBe(first);
});

test("other values get another key, and the first ones still have theirs", () => {
  const { sender } = senderWithClock();
  expect(sender.begin({ harm: "A fall" })).toBe("key 1");
  sender.failed();
  expect(sender.begin({ harm: "A fall at night" })).toBe("key 2");
  sender.failed();
  expect(sender.begin({ harm: "A fall" })).toBe("key 1");
});

test("the same values after a success are a new thing", () => {
  const { sender, clock } = senderWithClock();
  expect(sender.begin({ value: 24 })).toBe("key 1");
  sender.succeeded();
  clock.now += 5000;
  expect(sender.begin({ value: 24 })).toBe("key 2");
});

test("a double press sends once, even when the answer came between the two", () => {
  const { sender, clock } = senderWithClock();
  expect(sender.begin({ value: 24 })).toBe("key 1");
  expect(sender.acceptsPress()).toBe(false);
  expect(sender.begin({ value: 24 })).toBeUndefined();
  sender.succeeded();
  clock.now += 300;
  expect(sender.begin({ value: 24 })).toBeUndefined();
  clock.now += 700;
  expect(sender.acceptsPress()).toBe(true);
});

test("while one is on its way no other is sent, however long it takes", () => {
  const { sender, clock } = senderWithClock();
  sender.begin({ value: 24 });
  clock.now += 60_000;
  expect(sender.begin({ value: 25 })).toBeUndefined();
  sender.failed();
  expect(sender.begin({ value: 25 })).toBe("key 2");
});

test("keys are UUIDs unless told otherwise", () => {
  expect(createSender().begin({})).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("values are written the same in any order, but lists keep theirs", () => {
  expect(stableJson({ b: 1, a: { d: 2, c: 3 } })).toBe(stableJson({ a: { c: 3, d: 2 }, b: 1 }));
  expect(stableJson({ a: [1, 2] })).not.toBe(stableJson({ a: [2, 1] }));
});
