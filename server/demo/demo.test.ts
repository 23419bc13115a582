import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { Json } from "@/server/canonical";
import { type StageFacts, stageOf } from "@/server/experiments/stage";
import { chainStart, hashEntry } from "@/server/journal/chain";
import { calendarFor } from "./calendar";
import { seedDemoWorld } from "./demo";
import { demoId } from "./ids";
import { seriesPoints } from "./series";
import { seriesPlans } from "./series-plans";

const ours = demoId("system/quillshire");
const theirs = demoId("system/saltholm");

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  // Two starts at once: one fills it, the other waits and finds it there
  const both = await Promise.all([seedDemoWorld(fresh.url), seedDemoWorld(fresh.url)]);
  expect(both.toSorted()).toEqual(["already there", "seeded"]);
});
afterAll(() => fresh?.drop());

const rowsOf = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>, db: Db = fresh.db) =>
  (await db.execute<Row>(query)).rows;

/** The tables that belong to systems: those with row-level security. */
const tenantTables = () =>
  rowsOf<{ name: string }>(
    sql`select relname as name from pg_class where relrowsecurity and relkind = 'r' order by relname`,
  );

/** A spreadsheet on its way lasts for days at most, so the world has none: one is left here by hand. */
const leaveAnUploadIn = (systemId: string, person: string, words: string) =>
  rowsOf(sql`
    insert into uploads (id, system_id, measure_id, file_name, header, noticed, rows, row_count, problems, uploaded_by)
    select gen_random_uuid(), system_id, id, said, jsonb_build_array(said), jsonb_build_array(said), said, 0, said, ${demoId(`person/${person}`)}::uuid
    from measures, (values (${words})) as upload (said) where system_id = ${systemId}::uuid limit 1`);

/** Every row as text. */
const dump = (table: string, db?: Db) =>
  rowsOf<{ row: string; system: string }>(
    sql`select t::text as row, t.system_id as system from ${sql.identifier(table)} t`,
    db,
  );

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
  expect(await seedDemoWorld(fresh.url)).toBe("already there");
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
  const facts = await rowsOf<StageFacts & { id: string }>(sql`
    select experiment_id as id, last_turn as "lastTurn", carriers, covering, granting, outdated, lapsed,
      request_open as "requestOpen", request_same_terms as "requestSameTerms"
    from experiment_facts where system_id = ${ours}::uuid`);
  const stages = new Map(facts.map(({ id, ...fact }) => [id, stageOf(fact)]));
  const those = {
    idea: ["E20", "E24"],
    asked: ["E11", "E23"],
    permitted: ["E15"],
    running: ["E01", "E04", "E05", "E07", "E08", "E09", "E13", "E16", "E21", "E22"],
    paused: ["E06"],
    "permission ended": ["E17"],
    ended: ["E02", "E03", "E10", "E12", "E14", "E18", "E19", "archive-safe-haven"],
  };
  for (const [stage, keys] of Object.entries(those)) {
    for (const key of keys) expect(stages.get(demoId(`experiment/${key}`)), key).toBe(stage);
  }
  expect(stages.size).toBe(25);
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

test("today is the Monday of this week: the last week logged ended yesterday, the board meets on Thursday", async () => {
  const [dates] = await rowsOf<{ last: string; board: string; monday: string }>(sql`
    select (select max(period_on)::text from observations) as last, date_trunc('week', london_today())::date::text as monday,
      (select next_meeting_on::text from boards where id = ${demoId("board/SPB")}::uuid) as board`);
  const after = (days: number) =>
    new Date(Date.parse(dates?.monday ?? "") + days * 86_400_000).toISOString().slice(0, 10);
  expect(dates).toMatchObject({ last: after(-7), board: after(3) });
  const [future] = await rowsOf(sql`select (select count(*)::int from journal where at > now()) as told,
    (select count(*)::int from observations where logged_at > now()) as logged`);
  expect(future).toEqual({ told: 0, logged: 0 });
});

test.each(seriesPlans)("the figures of $key are the series, as the sum over the sum", async (plan) => {
  const [clock] = await rowsOf<{ now: string }>(sql`select now()::text as now`);
  const { weeksLater } = calendarFor(new Date(clock?.now ?? ""));
  const logged = await rowsOf<{ startsOn: string; value: number }>(sql`
    select period_on::text as "startsOn",
      coalesce(sum(value), 100 * sum(numerator) / sum(denominator))::float as value
    from observations where measure_id = ${demoId(`measure/${plan.key}`)}::uuid group by period_on order by period_on`);
  expect(logged).toEqual(seriesPoints(plan, weeksLater).map(({ startsOn, value }) => ({ startsOn, value })));
  const [measure] = await rowsOf(
    sql`select baseline_points, target::float, decimals, direction, unit from measures where id = ${demoId(`measure/${plan.key}`)}::uuid`,
  );
  const { baseline: baseline_points, target, decimals, direction, unit } = plan;
  expect(measure).toEqual({ baseline_points, target, decimals, direction, unit });
});

test.each([ours, theirs])("the journal of a system is one whole chain in time order", async (systemId) => {
  const entries = await rowsOf<Record<string, string> & { sequence: number; details: Json }>(sql`
    select system_id as "systemId", sequence::int, experiment_id as "experimentId", person_id as "personId", act, details,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, previous_hash as "previousHash", hash
    from journal where system_id = ${systemId}::uuid order by sequence`);
  let previousHash = chainStart(systemId);
  entries.forEach(({ hash, ...entry }, index) => {
    expect(entry.sequence).toBe(index + 1);
    expect(entry.previousHash).toBe(previousHash);
    expect(hashEntry(entry as unknown as Parameters<typeof hashEntry>[0])).toBe(hash);
    previousHash = hash ?? "";
  });
  const moments = entries.map(({ at }) => at);
  expect(moments).toEqual(moments.toSorted());
  expect(entries.length).toBeGreaterThan(20);
});

describe("two systems, one database", () => {
  test("every table of systems holds rows of both, so that a hole in the wall would show", async () => {
    await leaveAnUploadIn(ours, "imogen", "week");
    await leaveAnUploadIn(theirs, "isolde", "canarywort");
    for (const { name } of await tenantTables()) {
      const systems = new Set((await dump(name)).map(({ system }) => system));
      expect(systems, name).toEqual(new Set([ours, theirs]));
    }
  });

  test.each([
    ["imogen", ours],
    ["cordelia", ours],
    ["isolde", theirs],
  ])("%s sees nothing of the other system", async (person, own) => {
    const names = (await tenantTables()).map(({ name }) => name);
    const views = ["experiment_carriers", "permission_grants", "experiment_facts"];
    let seen = 0;
    await asPerson(fresh.db, demoId(`person/${person}`), async (tx) => {
      for (const name of [...names, ...views]) {
        for (const { row, system } of await dump(name, tx)) {
          seen += 1;
          expect(system, name).toBe(own);
          if (own === ours) expect(row.toLowerCase(), name).not.toContain("canarywort");
        }
      }
      const found = await rowsOf<{ id: string }>(sql`select search_experiments('phone hub') as id`, tx);
      expect(found).toEqual([{ id: demoId(own === ours ? "experiment/E02" : "experiment/S02") }]);
    });
    expect(seen).toBeGreaterThan(50);
  });

  test.each(["theodora", "jo", "piers"])("%s, who may enter no system, sees no row", async (person) => {
    await asPerson(fresh.db, demoId(`person/${person}`), async (tx) => {
      for (const { name } of await tenantTables()) expect(await dump(name, tx), name).toEqual([]);
    });
  });

  test("the canary stands in every text of the second system", async () => {
    const columns = await rowsOf<{ table: string; column: string }>(sql`
      select c.table_name as table, c.column_name as column from information_schema.columns c
      where c.table_schema = 'public' and c.data_type in ('text', 'jsonb')
        and c.table_name in (select relname from pg_class where relrowsecurity)
        and c.column_name not in ('role', 'answer', 'turn', 'pause_reason', 'outcome', 'domain', 'kind', 'met_when',
          'decision', 'direction', 'rhythm', 'counting', 'highest_scores', 'preset', 'chart_kind', 'starts_at', 'shows_at', 'act', 'details', 'state',
          'part')`);
    expect(columns.length).toBeGreaterThan(25);
    for (const { table, column } of columns) {
      const texts = await rowsOf<{ text: string }>(
        sql`select ${sql.identifier(column)}::text as text from ${sql.identifier(table)} where system_id = ${theirs}::uuid`,
      );
      for (const { text } of texts) if (text) expect(text.toLowerCase(), `${table}.${column}`).toContain("canarywort");
    }
  });
});

test("no text has a word that the product does not say", async () => {
  const unsaid =
    /\btrials?\b|\bapprov(al|als|e|ed)\b|\bsign(ed)?[- ]off\b|\bKPIs?\b|\btargets?\b|\bRAG\b|\bcomplian(t|ce)\b|\bassurance\b|\boverdue\b|\bescalat|\bfailed\b|\bunderperform|n't\b/i;
  expect("The trial was not signed off").toMatch(unsaid);
  const columns = await rowsOf<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb') and is_generated = 'NEVER'`);
  let read = 0;
  for (const { table, column } of columns) {
    const texts = await rowsOf<{ text: string }>(
      sql`select distinct ${sql.identifier(column)}::text as text from ${sql.identifier(table)} where ${sql.identifier(column)} is not null`,
    );
    for (const { text } of texts) {
      read += 1;
      expect(text, `${table}.${column}`).not.toMatch(unsaid);
      expect(text, "a day in braces that was not said in words").not.toMatch(/\{20\d\d-/);
    }
  }
  expect(read).toBeGreaterThan(1_500);
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
