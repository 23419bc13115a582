import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asPerson } from "@/db/tenant-transaction";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { clearOldPayloads, enqueue } from "./queries";
import { startWorker } from "./worker";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const nobody = crypto.randomUUID();
const ask = (kind: string, key: string) =>
  asPerson(fresh.db, nobody, (tx) => enqueue(tx, { kind, key, payload: { key } }));
const left = async (kind: string) => {
  const { rows } = await fresh.db.execute<{ attempts: number; done: boolean; problem: string }>(
    sql`select attempts, done_at is not null as done, last_error as problem from jobs where kind = ${kind} order by key`,
  );
  return rows;
};

test("what is asked for is done once, though asked twice and by two workers at once", async () => {
  for (const key of ["a", "b", "c", "a"]) await ask("once", key);
  const done: unknown[] = [];
  const kinds = { once: async ({ payload }: { payload: unknown }) => void done.push(payload) };
  const workers = [startWorker(fresh.db, kinds), startWorker(fresh.db, kinds)];
  await vi.waitFor(async () => expect((await left("once")).every((job) => job.done)).toBe(true), 10_000);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(done.map((one) => JSON.stringify(one)).toSorted()).toEqual(['{"key":"a"}', '{"key":"b"}', '{"key":"c"}']);
});

test("a job that breaks is kept with its problem and tried later", async () => {
  await ask("breaks", "d");
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const worker = startWorker(fresh.db, { breaks: () => Promise.reject(new Error("the mail server is away")) });
  await vi.waitFor(async () => expect((await left("breaks"))[0]?.problem).toContain("the mail server is away"), 10_000);
  await worker.stop();
  expect(await left("breaks")).toEqual([
    { attempts: 1, done: false, problem: expect.stringContaining("the mail server is away") },
  ]);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

test("a month later a done job still keeps its key, and nothing of what it said", async () => {
  for (const key of ["f", "g"]) await ask("old", key);
  await fresh.db.execute(sql`update jobs set done_at = now() - interval '31 days' where key = 'f'`);
  await fresh.db.execute(sql`update jobs set done_at = now() - interval '29 days' where key = 'g'`);
  await clearOldPayloads(fresh.db);
  await ask("old", "f");
  const { rows } = await fresh.db.execute(sql`select key, payload from jobs where kind = 'old' order by key`);
  expect(rows).toEqual([
    { key: "f", payload: {} },
    { key: "g", payload: { key: "g" } },
  ]);
});

test("a change that is undone has asked for nothing", async () => {
  const undone = asPerson(fresh.db, nobody, async (tx) => {
    await enqueue(tx, { kind: "undone", key: "e", payload: {} });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await left("undone")).toEqual([]);
});
