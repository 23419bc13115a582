import { expect, test } from "vitest";
import { deviceKey } from "./device-key";

const secret = "a secret for tests, longer than 32 characters";

test("a person gets the same key on the same device, and another on another", () => {
  expect(deviceKey("ada", "phone", secret)).toBe(deviceKey("ada", "phone", secret));
  const keys = [
    deviceKey("ada", "phone", secret),
    deviceKey("ada", "laptop", secret),
    deviceKey("bo", "phone", secret),
    deviceKey("ada", "phone", `${secret}!`),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(Buffer.from(key, "base64")).toHaveLength(32);
});

test("without a secret there is no key that anybody could work out", () => {
  expect(() => deviceKey("ada", "phone", "")).toThrow("NEXTAUTH_SECRET");
});
