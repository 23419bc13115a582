import { type SQL, sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { connect } from "./client";
import { read } from "./rows";
import { type FreshDatabase, freshDatabase } from "./testing";
import { inParallel, together } from "./together";

let fresh: FreshDatabase;
let db: ReturnType<typeof connect>;
// Before the first connection, because each connection uses the query method it was created with
const sent = vi.spyOn(pg.Client.prototype, "query");
beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 1 });
});
afterAll(async () => {
  await db?.$client.end();
  await fresh?.drop();
});
beforeEach(() => void sent.mockClear());

type Database = Pick<ReturnType<typeof connect>, "execute">;
const numberRow = z.strictObject({ n: z.number() });
const numbers = (one: Database, query: SQL) => read(one as ReturnType<typeof connect>, numberRow).rows(query);

test("what is begun together is one statement, each answer in its own order and with its own values", async () => {
  const found = await together(db, (one) =>
    inParallel({
      down: numbers(one, sql`select n from generate_series(1, ${3}::int) n order by n desc`),
      none: numbers(one, sql`select n from generate_series(1, 0) n`),
      five: numbers(one, sql`select ${5}::int as n`),
    }),
  );
  expect(found).toEqual({ down: [{ n: 3 }, { n: 2 }, { n: 1 }], none: [], five: [{ n: 5 }] });
  expect(sent).toHaveBeenCalledTimes(1);
});

test("what is asked after an answer goes by itself, and one within another joins it", async () => {
  const twice = async (one: Database) => {
    const [first] = await numbers(one, sql`select 20 as n`);
    return numbers(one, sql`select ${first?.n}::int * 2 as n`);
  };
  const found = await together(db, (one) =>
    inParallel({
      later: twice(one),
      inner: together(one, (both) =>
        inParallel({ a: numbers(both, sql`select 1 as n`), b: numbers(both, sql`select 2 as n`) }),
      ),
    }),
  );
  expect(found).toEqual({ later: [{ n: 40 }], inner: { a: [{ n: 1 }], b: [{ n: 2 }] } });
  expect(sent).toHaveBeenCalledTimes(2);
});

test("control: without it each is a statement", async () => {
  await inParallel({ a: numbers(db, sql`select 1 as n`), b: numbers(db, sql`select 2 as n`) });
  expect(sent).toHaveBeenCalledTimes(2);
});

test("one that fails fails all, and a row of another shape is found", async () => {
  const failing = together(db, (one) =>
    inParallel({ a: numbers(one, sql`select 1 as n`), b: numbers(one, sql`select 1/0 as n`) }),
  );
  await expect(failing).rejects.toThrow();
  const otherShape = together(db, (one) => inParallel({ a: numbers(one, sql`select now() as n`) }));
  await expect(otherShape).rejects.toThrow("does not match its shape");
});
