import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Transaction } from "./client";
import { people } from "./schema";
import { shareReading } from "./shared-reading";
import { type FreshDatabase, freshDatabase } from "./testing";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh?.drop());

const nameOf = async (tx: Transaction) => (await tx.select({ name: people.name }).from(people)).map(({ name }) => name);
const backend = async (tx: Transaction) =>
  (await tx.execute(sql`select pg_backend_pid() as pid, now()::text as at`)).rows[0];
const isOpen = async (pid: unknown) => {
  const { rows } = await fresh.db.execute(sql`
    select 1 from pg_stat_activity where pid = ${pid}::int and state like 'idle in transaction%'`);
  return rows.length > 0;
};

test("the parts of a page see one moment, and the transaction ends with the page", async () => {
  const ends: (() => void)[] = [];
  const read = shareReading(fresh.db, (end) => ends.push(end));
  const [first, second] = await Promise.all([read("owner", backend), read("owner", backend)]);
  expect(second).toEqual(first);
  expect(await read("owner", nameOf)).toEqual([]);
  await fresh.db.insert(people).values({ name: "Who came meanwhile" });
  expect(await read("owner", nameOf)).toEqual([]);
  expect(await read("owner", backend)).toEqual(first);
  expect(await isOpen(first?.pid)).toBe(true);
  expect(ends).toHaveLength(1);
  for (const end of ends) end();
  await expect.poll(() => isOpen(first?.pid)).toBe(false);
  // Asked again afterwards it reads anew
  expect(await read("owner", nameOf)).toEqual(["Who came meanwhile"]);
  for (const end of ends) end();
});

test("without word that the page was sent it ends by itself", async () => {
  const read = shareReading(fresh.db, () => {});
  const first = await read("owner", backend);
  await expect.poll(() => isOpen(first?.pid)).toBe(false);
});

test("it can change nothing, and after a failed query others are answered by another", async () => {
  const ends: (() => void)[] = [];
  const read = shareReading(fresh.db, (end) => ends.push(end));
  const first = await read("owner", backend);
  await expect(read("owner", (tx) => tx.insert(people).values({ name: "Nobody" }))).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ message: expect.stringContaining("read-only") }) }),
  );
  const second = await read("owner", backend);
  expect(second?.at).not.toEqual(first?.at);
  for (const end of ends) end();
});

test("each reader has a transaction of their own", async () => {
  const ends: (() => void)[] = [];
  const read = shareReading(fresh.db, (end) => ends.push(end));
  const personId = crypto.randomUUID();
  const [owner, person] = await Promise.all([read("owner", backend), read({ personId }, backend)]);
  expect(owner?.pid).not.toEqual(person?.pid);
  const seen = await read({ personId }, (tx) => tx.execute(sql`select current_user as who`));
  expect(seen.rows).toEqual([{ who: "leeway_app" }]);
  for (const end of ends) end();
});
