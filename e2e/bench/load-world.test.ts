import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { markReal } from "@/db/installation";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { seedDemoWorld } from "@/server/demo/demo";
import { demoId } from "@/server/demo/ids";
import { verifyFacts } from "@/server/facts/check";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { fillLoadWorld } from "./load-world";
import { idOfCopy } from "./load-world/columns";

const size = { experiments: 127, measures: 6, contributors: 3, days: 120 };
const copies = 4;
const systemId = demoId("system/quillshire");
let demo: FreshDatabase;
let load: FreshDatabase;
beforeAll(async () => {
  [demo, load] = await Promise.all([freshDatabase(), freshDatabase()]);
  await Promise.all([seedDemoWorld(demo.url), fillLoadWorld(load.url, size)]);
});
afterAll(() => Promise.all([demo?.drop(), load?.drop()]));

const rowsOf = async <Row extends Record<string, unknown>>(fresh: FreshDatabase, query: ReturnType<typeof sql>) =>
  (await fresh.db.execute<Row>(query)).rows;

test("what is kept ready is what it is worked out from, and the journal is one whole chain", async () => {
  expect(await verifyFacts(load.db)).toMatchObject({
    differences: [],
    compared: expect.stringContaining(`stages of ${27 + copies * 25},`),
  });
  expect(await findFirstBrokenEntry(load.db, systemId)).toBeNull();

  await load.db.execute(
    sql`update period_values set numerator = 1 where measure_id::text like '00000006%' and period_on = london_today() - 100`,
  );
  await load.db.execute(
    sql`update experiment_stages set stage = 'ended' where experiment_id = ${idOfCopy(demoId("experiment/E09"), 3)}::uuid`,
  );
  expect((await verifyFacts(load.db)).differences).toHaveLength(2);
});

test("every row that refers to another finds it", async () => {
  const keys = await rowsOf<{ from: string; to: string; columns: string[]; keys: string[] }>(
    load,
    sql`select conrelid::regclass::text as from, confrelid::regclass::text as to,
      (select array_agg(a.attname::text order by k.at) from unnest(conkey) with ordinality k(number, at) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.number) as columns,
      (select array_agg(a.attname::text order by k.at) from unnest(confkey) with ordinality k(number, at) join pg_attribute a on a.attrelid = confrelid and a.attnum = k.number) as keys
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const lost = async () => {
    const found: string[] = [];
    for (const { from, to, columns, keys: targets } of keys) {
      const same = columns.map((column, at) => `t.${targets[at]} = f.${column}`).join(" and ");
      const given = columns.map((column) => `f.${column} is not null`).join(" and ");
      const rows = await rowsOf(
        load,
        sql.raw(`select 1 from ${from} f where ${given} and not exists (select 1 from ${to} t where ${same}) limit 1`),
      );
      if (rows.length > 0) found.push(`${from} (${columns.join(", ")})`);
    }
    return found;
  };
  expect(keys.length).toBeGreaterThan(100);
  expect(await lost()).toEqual([]);

  await load.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from risks where id::text like '00000002%'`);
  });
  expect(await lost()).toEqual(["risk_carriers (system_id, risk_id)"]);
});

test("each copy stands where the original stands, and originals stay as they were", async () => {
  const facts = sql`select e.id, split_part(e.title, ', copy', 1) as title, last_turn, carriers, covering, granting,
      outdated, lapsed, unanswered, request_open, request_same_terms
    from experiment_facts f join experiments e on e.id = f.experiment_id
    where e.system_id = ${systemId} and e.id::text not like '00000002%' order by e.id`;
  const originals = await rowsOf<{ id: string }>(demo, facts);
  const found = await rowsOf<{ id: string }>(load, facts);
  expect(found).toHaveLength(originals.length * copies);
  expect(found).toEqual(expect.arrayContaining(originals));
  for (const { id: _, ...stands } of found) expect(originals).toContainEqual({ ...stands, id: expect.anything() });
});

test("so many measures have a result of each contributor each day, some corrected, and few experiments use one", async () => {
  const [counts] = await rowsOf(
    load,
    sql`select count(distinct measure_id)::int as measures, count(*) filter (where revision = 1)::int as results,
      (count(*) filter (where revision = 2) > 0) as corrected,
      (select max(n)::int <= 5 * 68 / 6 + 1 from (select count(*) as n from experiment_measures group by measure_id) used) as few
    from observations where measure_id::text like '0000000%'`,
  );
  expect(counts).toEqual({ measures: 6, results: 6 * 3 * 120, corrected: true, few: true });
});

test("a table with rows of a system is copied, or known not to be", async () => {
  const tables = await rowsOf<{ name: string }>(
    load,
    sql`select relname as name from pg_class where relrowsecurity and relkind = 'r' order by relname`,
  );
  const alike: string[] = [];
  for (const { name } of tables) {
    const count = sql`select count(*)::int as count from ${sql.identifier(name)}`;
    const [[once], [many]] = (await Promise.all([demo, load].map((fresh) => rowsOf(fresh, count)))) as [
      { count: number }[],
      { count: number }[],
    ];
    if (once?.count && once.count === many?.count) alike.push(name);
  }
  expect(alike).toEqual([
    "chart_notes",
    "former_titles",
    "left_out_points",
    "news",
    "rebases",
    "standing_confirmations",
  ]);
});

test("a database that holds anything is left alone", async () => {
  await expect(fillLoadWorld(demo.url, size)).rejects.toThrow("only into a new database");
  const real = await freshDatabase();
  try {
    await markReal(real.db);
    await expect(fillLoadWorld(real.url, size)).rejects.toThrow();
    expect(await rowsOf(real, sql`select 1 from systems`)).toEqual([]);
  } finally {
    await real.drop();
  }
});
