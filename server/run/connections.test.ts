import { expect, test } from "vitest";
import { freshDatabase } from "@/db/testing";
import { CannotStart } from "./cannot-start";
import { connectionsEach, findConnectionsAllowed } from "./connections";

test.each([
  ["a database as installed, alone", 97, 1, 20],
  ["as installed, four processes and one that replaces another", 97, 4, 18],
  ["the embedded one", 47, 1, 20],
  ["a small one, shared", 40, 4, 7],
  ["a tiny one, alone", 8, 1, 4],
])("%s: of %i connections, %i processes have %i each", (_, allowed, workers, each) => {
  expect(connectionsEach(allowed, workers)).toBe(each);
  if (workers > 1) expect(each * (workers + 1)).toBeLessThan(allowed);
});

test("more processes than the database has connections for are refused with a sentence", () => {
  expect(() => connectionsEach(97, 64)).toThrow(CannotStart);
  expect(() => connectionsEach(97, 64)).toThrow("WORKERS is 64, and the database allows 97 connections at once");
});

test("what a database allows is read from it", async () => {
  const fresh = await freshDatabase();
  expect(await findConnectionsAllowed(fresh.url)).toBe(197); // 200 in tests, of which PostgreSQL keeps 3
  await fresh.drop();
});
