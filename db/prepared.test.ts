import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { connect } from "./client";
import { boardSeats, boards, people, systems } from "./schema";
import { asPerson } from "./tenant-transaction";
import { type FreshDatabase, freshDatabase } from "./testing";

let fresh: FreshDatabase;
let db: ReturnType<typeof connect>;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 1 }); // so that every query uses the same connection
});
afterAll(async () => {
  await db?.$client.end();
  await fresh?.drop();
});

type Prepared = { statement: string; executed: number };
const prepared = async (part: string): Promise<Prepared[]> => {
  const { rows } = await db.$client.query<Prepared>(
    "select statement, (generic_plans + custom_plans)::int as executed from pg_prepared_statements",
  );
  return rows.filter(({ statement }) => statement.includes(part));
};

test("a read is prepared once and answers each asker with their own values", async () => {
  for (let number = 1; number <= 8; number += 1) {
    const { rows } = await db.execute(sql`select ${number}::int * 2 as "doubled once prepared"`);
    expect(rows).toEqual([{ "doubled once prepared": number * 2 }]);
  }
  expect(await prepared("doubled once prepared")).toEqual([expect.objectContaining({ executed: 8 })]);
});

test("what changes rows is not", async () => {
  await db.insert(systems).values({ name: "Larkmoor" });
  await db.update(systems).set({ name: "Penwick" }).where(eq(systems.name, "Larkmoor"));
  expect(await prepared("insert into")).toEqual([]);
  expect(await prepared("update ")).toEqual([]);
});

test("the walls stand in a plan that is kept: each sees the boards of their own systems, and a seat taken since", async () => {
  const made = await Promise.all(
    ["one", "two"].map(async (name) => {
      const [system] = await db.insert(systems).values({ name }).returning();
      const [person] = await db.insert(people).values({ name }).returning();
      if (!system || !person) throw new Error("the test's rows were not made");
      const [board] = await db.insert(boards).values({ systemId: system.id, name }).returning();
      const seat = { systemId: system.id, boardId: board?.id ?? "", role: "member", fromOn: "2020-01-01" } as const;
      await db.insert(boardSeats).values({ ...seat, personId: person.id });
      return { person, seat };
    }),
  );
  const [first, second] = made;
  if (!first || !second) throw new Error("the test's rows were not made");
  const seenBy = (personId: string) =>
    asPerson(db, personId, async (tx) =>
      (await tx.select({ name: boards.name }).from(boards).orderBy(boards.name)).map((board) => board.name),
    );
  for (let round = 1; round <= 8; round += 1) {
    expect(await seenBy(first.person.id)).toEqual(["one"]);
    expect(await seenBy(second.person.id)).toEqual(["two"]);
  }
  await db.insert(boardSeats).values({ ...second.seat, personId: first.person.id });
  expect(await seenBy(first.person.id)).toEqual(["one", "two"]);
  expect(await seenBy(second.person.id)).toEqual(["two"]);
  expect(await prepared('"boards"')).toHaveLength(1);
});

test("queries that are begun at the same time go one after the other, and one that fails stops no other", async () => {
  const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  onTestFinished(() => warned.mockRestore());
  const answers = await db.transaction((tx) =>
    Promise.allSettled([
      tx.execute(sql`savepoint before`),
      tx.execute(sql`select 1/0`),
      tx.execute(sql`rollback to before`),
      tx.execute(sql`select 2 as two`),
    ]),
  );
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(warned).not.toHaveBeenCalled();
});
