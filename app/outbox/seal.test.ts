import { expect, test } from "vitest";
import { importKey, seal, unseal } from "./seal";

const keyOf = (filled: number) => importKey(Buffer.alloc(32, filled).toString("base64"));
const stored = { name: "Café waits", value: 91 };

test("what is sealed can be read with its key, and with no other", async () => {
  const key = await keyOf(1);
  const sealed = await seal(key, stored);
  expect(await unseal(key, sealed)).toEqual(stored);
  await expect(unseal(await keyOf(2), sealed)).rejects.toThrow();
});

test("the words do not stand in it, and the same words look different each time", async () => {
  const key = await keyOf(1);
  const [first, second] = [await seal(key, stored), await seal(key, stored)];
  expect(Buffer.from(first.bytes).toString("latin1")).not.toContain("waits");
  expect(Buffer.from(first.bytes)).not.toEqual(Buffer.from(second.bytes));
});

test("a changed byte is noticed", async () => {
  const key = await keyOf(1);
  const { nonce, bytes } = await seal(key, stored);
  const changed = new Uint8Array(bytes.slice(0));
  changed[0] = (changed[0] ?? 0) ^ 1;
  await expect(unseal(key, { nonce, bytes: changed.buffer })).rejects.toThrow();
});

test("the key itself cannot be read out of the browser", async () => {
  await expect(crypto.subtle.exportKey("raw", await keyOf(1))).rejects.toThrow();
});
