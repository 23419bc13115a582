import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { CannotStart } from "./cannot-start";
import { sessionSecret } from "./secret";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leeway-secret-"));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true }));
});

test("a secret is made once, is long, and only its owner can read it", () => {
  const secret = sessionSecret(folder, undefined);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(sessionSecret(folder, undefined)).toBe(secret);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["secret"]);
  expect(sessionSecret(mkdtempSync(join(folder, "other-")), undefined)).not.toBe(secret);
});

test("a secret that others could read is closed again", () => {
  const secret = sessionSecret(folder, undefined);
  chmodSync(join(folder, "secret"), 0o644);
  expect(sessionSecret(folder, undefined)).toBe(secret);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
});

test("a secret that is given is taken and not kept; one that is easy to guess is refused without repeating it", () => {
  const given = "0123456789abcdef0123456789abcdef";
  expect(sessionSecret(folder, given)).toBe(given);
  expect(existsSync(join(folder, "secret"))).toBe(false);
  expect(() => sessionSecret(folder, "password")).toThrow(CannotStart);
  expect(() => sessionSecret(folder, "password")).not.toThrow(/password/);
});

test("a damaged secret is refused with a sentence, not replaced", () => {
  writeFileSync(join(folder, "secret"), "");
  expect(() => sessionSecret(folder, undefined)).toThrow(/is damaged\. Remove the file/);
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe("");
});
