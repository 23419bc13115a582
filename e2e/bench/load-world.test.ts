import { eq, type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { markReal } from "@/db/installation";
import { journal } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { Json } from "@/server/canonical";
import { seedDemoWorld } from "@/server/demo/demo";
import { demoId } from "@/server/demo/ids";
import { quillshire } from "@/server/demo/quillshire/world";
import { chainStart, hashEntry } from "@/server/journal/chain";
import { seedLoadWorld } from "./load-world";
import { enlargeWorld } from "./load-world/enlarge-world";

const times = 3;
let demo: FreshDatabase;
let load: FreshDatabase;
beforeAll(async () => {
  [demo, load] = await Promise.all([freshDatabase(), freshDatabase()]);
  await Promise.all([seedDemoWorld(demo.url), seedLoadWorld(load.url, times)]);
});
afterAll(() => Promise.all([demo?.drop(), load?.drop()]));

const rowsOf = async <Row extends Record<string, unknown>>(fresh: FreshDatabase, query: ReturnType<typeof sql>) =>
  (await fresh.db.execute<Row>(query)).rows;

test("everything is there so many times, in the same two systems, but for what holds for a whole system", async () => {
  const tables = await rowsOf<{ name: string }>(
    load,
    sql`select relname as name from pg_class where relrowsecurity and relkind = 'r' order by relname`,
  );
  for (const name of [...tables.map((table) => table.name), "people", "organisations"]) {
    const ofWholeSystems: Record<string, SQL> = {
      standing_permissions: sql`where organisation_id is not null`,
      standing_confirmations: sql`where false`, // of floors only
    };
    const own = ofWholeSystems[name] ?? sql``;
    const count = sql`select count(*)::int as count from ${sql.identifier(name)} ${own}`;
    const [[once], [many]] = (await Promise.all(
      [demo, load].map((fresh) => rowsOf<{ count: number }>(fresh, count)),
    )) as [{ count: number }[], { count: number }[]];
    expect([name, many?.count]).toEqual([name, times * (once?.count ?? 0)]);
  }
  expect(await rowsOf(load, sql`select 1 from systems`)).toHaveLength(2);
});

test("each copy stands where the original stands", async () => {
  const facts = sql`select e.id, split_part(e.title, ', place', 1) as title, last_turn, carriers, covering, granting,
      outdated, lapsed, request_open, request_same_terms
    from experiment_facts f join experiments e on e.id = f.experiment_id order by e.id`;
  const originals = await rowsOf<{ id: string }>(demo, facts);
  const copies = await rowsOf<{ id: string }>(load, facts);
  expect(copies).toEqual(expect.arrayContaining(originals)); // they keep their ids
  for (const { id: _, ...stands } of copies) expect(originals).toContainEqual({ ...stands, id: expect.anything() });
});

test("the journal of a system that was made large is one whole chain", async () => {
  const systemId = demoId("system/quillshire");
  const entries = await load.db.select().from(journal).where(eq(journal.systemId, systemId)).orderBy(journal.sequence);
  let previousHash = chainStart(systemId);
  for (const [index, { hash, ...entry }] of entries.entries()) {
    expect(entry).toMatchObject({ sequence: index + 1, previousHash });
    expect(hashEntry({ ...entry, details: entry.details as Json, at: new Date(entry.at).toISOString() })).toBe(hash);
    previousHash = hash;
  }
  expect(entries.length).toBeGreaterThan(times * 1_000);
});

test("chance is the same every time, and gives every copy figures of its own", () => {
  expect(enlargeWorld(quillshire, times)).toEqual(enlargeWorld(quillshire, times));
  expect(enlargeWorld(quillshire, times, 43)).not.toEqual(enlargeWorld(quillshire, times));
  const { measures } = enlargeWorld(quillshire, times);
  const series = ["E09", "E09~2", "E09~3"].map((key) => measures[key]?.points.values.join());
  expect(new Set(series).size).toBe(3);
});

test("a database that holds anything is left alone", async () => {
  await expect(seedLoadWorld(demo.url, times)).rejects.toThrow("only into a new database");
  const real = await freshDatabase();
  try {
    await markReal(real.db);
    await expect(seedLoadWorld(real.url, times)).rejects.toThrow("only into a new database");
    expect(await rowsOf(real, sql`select 1 from systems`)).toEqual([]);
  } finally {
    await real.drop();
  }
});
