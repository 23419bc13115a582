import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root } from "@/server/run/command";
import { worldHash } from "./kept-worlds";
import { sizesFrom } from "./worlds";

test("a world is kept for a week, and while schema, demo world and what copies it stay as they are", () => {
  const folder = mkdtempSync(join(tmpdir(), "leeway-hash-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ["db/migrations", "server/demo", "e2e/bench"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  const hash = worldHash(folder, "2026-11-30");
  expect(hash).toMatch(/^[0-9a-f]{12}$/);
  expect(worldHash(folder, "2026-12-06")).toBe(hash);
  expect(worldHash(folder, "2026-12-07")).not.toBe(hash); // a Monday
  appendFileSync(join(folder, "e2e/bench/report.ts"), "//");
  appendFileSync(join(folder, "server/demo/demo.test.ts"), "//");
  expect(worldHash(folder, "2026-11-30")).toBe(hash);
  const changed = ["db/migrations/0000_4_stages.sql", "server/demo/demo.ts", "e2e/bench/load-world/copy-rows.ts"];
  const hashes = changed.map((file) => {
    appendFileSync(join(folder, file), "--");
    return worldHash(folder, "2026-11-30");
  });
  expect(new Set([hash, ...hashes]).size).toBe(4);
});

test("sizes are some of those that are known, smallest first", () => {
  const names = (...args: string[]) => sizesFrom(args).map(({ name }) => name);
  expect(names()).toEqual(["1x", "10x"]);
  expect(names("--quick", "--sizes", "100,1")).toEqual(["1x", "100x"]);
  expect(() => names("--sizes", "1,7")).toThrow("--sizes takes some of 1, 10, 100");
  expect(() => names("--sizes")).toThrow("--sizes takes");
});
