import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { isBuilt, sourcesHash } from "./build";

let checkout = "";
let before = "";

const write = (file: string, text: string) => writeFileSync(join(checkout, file), text);

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "leeway-build-"));
  const made = checkout;
  onTestFinished(() => rmSync(made, { recursive: true }));
  for (const folder of ["app/log", "server", "db", ".next", "node_modules", "e2e"]) {
    mkdirSync(join(checkout, folder), { recursive: true });
  }
  write("app/log/page.tsx", "one");
  write("package.json", "{}");
  before = sourcesHash(checkout);
});

test.each([
  "app/log/page.tsx",
  "server/new.ts",
  "db/schema.ts",
  "app/globals.css",
  "package-lock.json",
  "next.config.ts",
])("a change in %s is another build", (file) => {
  write(file, "two");
  expect(sourcesHash(checkout)).not.toBe(before);
});

test("a file that moves is another build, and one that comes back is the same", () => {
  renameSync(join(checkout, "app/log/page.tsx"), join(checkout, "app/page.tsx"));
  expect(sourcesHash(checkout)).not.toBe(before);
  renameSync(join(checkout, "app/page.tsx"), join(checkout, "app/log/page.tsx"));
  expect(sourcesHash(checkout)).toBe(before);
});

test.each([
  "app/log/page.test.tsx",
  "server/rule.test.ts",
  "next-env.d.ts",
  "README.md",
  "e2e/lap.spec.ts",
  ".env",
  "notes.txt",
])("a change in %s is not", (file) => {
  write(file, "two");
  expect(sourcesHash(checkout)).toBe(before);
});

test("it is built when there is a build and it was made from these sources", () => {
  expect(isBuilt(checkout)).toBe(false);
  write(".next/BUILD_ID", "x");
  expect(isBuilt(checkout)).toBe(false);
  write(".next/leeway-sources", before);
  expect(isBuilt(checkout)).toBe(true);
  write("app/log/page.tsx", "two");
  expect(isBuilt(checkout)).toBe(false);
});
