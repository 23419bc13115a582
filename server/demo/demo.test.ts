import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "@/db/testing";
import { verifyFacts } from "@/server/facts/check";
import { seedDemoWorld } from "./demo";
import { demoId } from "./ids";
import { demoDatabase, expectedStages, findStages } from "./testing";

const { database, rowsOf } = demoDatabase();
const ours = demoId("system/quillshire");

test("seeding again changes nothing", async () => {
  const everything = async () => {
    const hash = createHash("sha256");
    const tables = await rowsOf<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    for (const { name } of tables) {
      for (const { row } of await rowsOf<{ row: string }>(
        sql`select t::text as row from ${sql.identifier(name)} t order by 1`,
      )) {
        hash.update(row);
      }
    }
    return hash.digest("hex");
  };
  const before = await everything();
  expect(await seedDemoWorld(database().url)).toBe("already there");
  expect(await everything()).toBe(before);
});

test("a database in which people work is left alone", async () => {
  const real = await freshDatabase();
  try {
    await real.db.execute(sql`insert into installation (demo_world) values (false)`);
    await expect(seedDemoWorld(real.url)).rejects.toThrow("People work in this database");
    expect(await rowsOf(sql`select 1 from systems`, real.db)).toEqual([]);
  } finally {
    await real.drop();
  }
});

test("every experiment stands where its story says", async () => {
  const stages = await findStages(database().db);
  for (const [stage, keys] of Object.entries(expectedStages))
    for (const key of keys) expect(stages[demoId(`experiment/${key}`)], key).toBe(stage);
  expect(Object.keys(stages).length).toBe(25);
});

test("how they ended: adopted 3, adapted 1, useful though it did not work 3, and one from an archive", async () => {
  const outcomes = await rowsOf<{ outcome: string; count: number }>(sql`
    select outcome, count(*)::int as count from conclusions where system_id = ${ours}::uuid group by 1 order by 1`);
  expect(outcomes).toEqual([
    { outcome: "abandon", count: 3 },
    { outcome: "adapt", count: 1 },
    { outcome: "adopt", count: 3 },
    { outcome: "stopped early", count: 1 },
  ]);
});

test("one draft that only its team sees, one review that waits for its board", async () => {
  expect(await rowsOf(sql`select id from experiments where shared_at is null`)).toEqual([
    { id: demoId("experiment/E20") },
  ]);
  const waiting =
    await rowsOf(sql`select r.experiment_id as id, b.name from board_reviews r join boards b on b.id = r.board_id
    where not exists (select 1 from review_answers a where a.review_id = r.id)`);
  expect(waiting).toEqual([{ id: demoId("experiment/E22"), name: "System Partnership Board" }]);
});

test("what is kept ready is what the results come to", async () => {
  const { differences, compared } = await verifyFacts(database().db);
  expect(differences).toEqual([]);
  expect(compared).toMatch(/series of [1-9]\d/);
});

test("today is the Monday of this week: the last week logged ended yesterday", async () => {
  const [dates] = await rowsOf(sql`
    select max(period_on)::text as last, (date_trunc('week', london_today())::date - 7)::text as "lastWeek" from observations`);
  expect(dates?.last).toBe(dates?.lastWeek);
  const [future] = await rowsOf(sql`select (select count(*)::int from journal where at > now()) as entries,
    (select count(*)::int from observations where logged_at > now()) as logged`);
  expect(future).toEqual({ entries: 0, logged: 0 });
});

test("people whose circumstances are easily forgotten", async () => {
  const who = await rowsOf<{ name: string; systems: string[]; invited: boolean; twin: string | null }>(sql`
    select p.name, systems_of(p.id) as systems, p.email_verified_at is null as invited, t.name as twin
    from people p left join people t on t.id = p.same_person_as where p.id = any (${sql.param(
      ["zoe", "mabli", "ellisAgain", "cordelia", "ravi"].map((key) => demoId(`person/${key}`)),
    )}::uuid[]) order by p.name`);
  expect(who).toEqual([
    { name: "Cordelia Ashgrove-Nwosu", systems: [ours], invited: false, twin: null },
    { name: "Ellis Quantrell", systems: [ours], invited: false, twin: "Ellis Quantrell" },
    { name: "Mabli Threlkeld", systems: [ours], invited: true, twin: null },
    { name: "Ravi Chandrolekar", systems: [ours], invited: false, twin: null },
    { name: "Zoë 🌻 Ng", systems: [ours], invited: false, twin: null },
  ]);
  expect(
    await rowsOf(sql`select administrators.system_id as system, count(m.id)::int as memberships from administrators
    left join memberships m on m.person_id = administrators.person_id group by 1`),
  ).toEqual([{ system: ours, memberships: 0 }]);
  const [closed] = await rowsOf<{ serves: boolean; history: number }>(sql`
    select is_current(from_on, ends_on) as serves, (select count(*)::int from experiment_organisations x
      where x.organisation_id = s.organisation_id) as history
    from system_organisations s where organisation_id = ${demoId("organisation/OMS")}::uuid`);
  expect(closed).toEqual({ serves: false, history: 1 });
});
