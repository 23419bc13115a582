import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Transaction } from "./client";
import { openReading, reading } from "./reading-transaction";
import { read } from "./rows";
import { type FreshDatabase, freshDatabase } from "./testing";

// Before the first connection, because each connection uses the query method it was created with.
const queries = vi.spyOn(pg.Client.prototype, "query");
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const row = z.strictObject({ n: z.number(), words: z.string(), days: z.array(z.string()).nullable() });
const countDown = (db: Transaction, from: number) =>
  read(db, row).rows(sql`
    select n, 'row ' || n as words, case when n > 1 then array['2026-05-11'] end as days
    from generate_series(1, ${from}::int) n order by n desc`);

/** How many statements a work of reading sends, without the beginning and the end. */
async function statementsOf(work: (tx: Transaction) => Promise<unknown>): Promise<number> {
  return reading(fresh.db, "owner", async (tx) => {
    const before = queries.mock.calls.length;
    await work(tx);
    return queries.mock.calls.length - before;
  });
}

test("what is asked at the same time goes as one statement, with the rows that each would have alone", async () => {
  const [three, none, one] = await reading(fresh.db, "owner", (tx) =>
    Promise.all([countDown(tx, 3), countDown(tx, 0), countDown(tx, 1)]),
  );
  const alone = await reading(fresh.db, "owner", (tx) => countDown(tx, 3));
  expect(three).toEqual(alone);
  expect(three.map(({ words }) => words)).toEqual(["row 3", "row 2", "row 1"]);
  expect([none, one]).toEqual([[], [{ n: 1, words: "row 1", days: null }]]);
  const atOnce = (tx: Transaction) => Promise.all([countDown(tx, 3), countDown(tx, 2), countDown(tx, 1)]);
  expect(await statementsOf(atOnce)).toBe(1);
  const inTurn = async (tx: Transaction) => [await countDown(tx, 3), await countDown(tx, 2), await countDown(tx, 1)];
  expect(await statementsOf(inTurn)).toBe(3);
});

test("chains of queries go step by step together", async () => {
  const chain = async (tx: Transaction, from: number) => countDown(tx, (await countDown(tx, from)).length + 10);
  expect(await statementsOf((tx) => Promise.all([chain(tx, 1), chain(tx, 2), chain(tx, 3)]))).toBe(2);
});

test("the same query is sent once in a transaction for reading, and each time in one that may change what it reads", async () => {
  const twice = async (tx: Transaction) => {
    await Promise.all([countDown(tx, 2), countDown(tx, 2)]);
    return countDown(tx, 2);
  };
  expect(await statementsOf(twice)).toBe(1);
  const counts = await fresh.db.transaction(async (tx) => {
    await tx.execute(sql`create temporary table wards on commit drop as select 1 as n`);
    const count = () => read(tx, z.strictObject({ n: z.number() })).rows(sql`select n from wards`);
    const first = await count();
    await tx.execute(sql`insert into wards values (2)`);
    return [first.length, (await count()).length];
  });
  expect(counts).toEqual([1, 2]);
});

test("a query that fails fails for all it went with, and what comes after the end is not sent", async () => {
  const fails = (tx: Transaction) => read(tx, row).rows(sql`select 1 / 0`);
  await expect(reading(fresh.db, "owner", (tx) => Promise.all([countDown(tx, 1), fails(tx)]))).rejects.toMatchObject({
    cause: { message: "division by zero" },
  });
  const { tx, end } = await openReading(fresh.db, "owner");
  await end();
  const before = queries.mock.calls.length;
  await expect(countDown(tx, 1)).rejects.toThrow("after the end");
  expect(queries.mock.calls.length).toBe(before);
});
