import { expect, onTestFinished, test } from "vitest";
import { hasAdministrator, installationOf } from "@/db/installation";
import { installation } from "@/db/schema";
import { freshDatabase } from "@/db/testing";
import { CannotStart } from "./cannot-start";
import { fillWorld } from "./fill-world";
import { openDatabase } from "./open-database";
import { readSettings } from "./settings";

async function database() {
  const fresh = await freshDatabase();
  onTestFinished(fresh.drop);
  return fresh;
}

test("on a server of its own it starts empty, and stays so when it is started here later", async () => {
  const { url, db } = await database();
  const starts = [1, 2].map(() => fillWorld(url, readSettings({ DATABASE_URL: url })));
  expect(await Promise.all(starts)).toEqual(["real", "real"]);
  expect(await hasAdministrator(db)).toBe(false);
  expect(await fillWorld(url, readSettings({}))).toBe("real");
});

test("a new embedded database is filled with the demo world, once when two start at once", async () => {
  const { url, db } = await database();
  const starts = [1, 2].map(() => fillWorld(url, readSettings({})));
  expect(await Promise.all(starts)).toEqual(["demo", "demo"]);
  expect(await installationOf(db)).toBe("demo");
});

test("a database that holds the demo world is not served to others unless DEMO says so", async () => {
  const { url, db } = await database();
  await db.insert(installation).values({ demoWorld: true });
  const served = { DATABASE_URL: url };
  await expect(fillWorld(url, readSettings(served))).rejects.toThrow(CannotStart);
  expect(await fillWorld(url, readSettings({ ...served, DEMO: "1" }))).toBe("demo");
});

test.each([
  ["postgres://leeway:hunter2@127.0.0.1:1/leeway", /cannot be used \(ECONNREFUSED\)/],
  ["postgres://leeway:hunter2@127.0.0.1:notaport/leeway", /cannot be used/],
  ["postgres://leeway:hunter2@leeway.invalid/leeway", /cannot be used \((ENOTFOUND|EAI_AGAIN)\)/],
])("a server that does not answer is refused with a sentence that keeps the password: %s", async (url, sentence) => {
  const opening = openDatabase(readSettings({ DATABASE_URL: url }), () => {});
  await expect(opening).rejects.toThrow(CannotStart);
  await expect(opening).rejects.toThrow(sentence);
  await expect(opening).rejects.not.toThrow(/hunter2/);
});
