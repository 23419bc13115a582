import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DatabaseFromNewerVersion, MigrationRefused, migrate, refuseOldServer } from "./migrate";
import { tablesFile, tablesMigration } from "./tables-migration";
import { emptyDatabase, freshDatabase } from "./testing";

type Written = { tag: string; when: number; sql: string };

const first: Written = {
  tag: "0000_first",
  when: 1_000,
  sql: "create table a (n int);\n--> statement-breakpoint\ncreate table b (n int);",
};
const second: Written = { tag: "0001_second", when: 2_000, sql: "insert into a values (1);" };
const late: Written = { tag: "0002_late", when: 1_500, sql: "insert into a values (2);" };

/** A migrations folder as drizzle-kit writes it. */
function folderWith(...migrations: Written[]): string {
  const folder = mkdtempSync(join(tmpdir(), "leeway-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "meta"));
  const entries = migrations.map(({ tag, when }, idx) => ({ idx, version: "7", when, tag, breakpoints: true }));
  writeFileSync(
    join(folder, "meta", "_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const { tag, sql } of migrations) writeFileSync(join(folder, `${tag}.sql`), sql);
  return folder;
}

async function database() {
  const { url, db, drop } = await emptyDatabase();
  onTestFinished(drop);
  const numbers = async () =>
    (await db.$client.query<{ n: number }>("select n from a order by n")).rows.map((row) => row.n);
  const tables = async () =>
    (await db.$client.query("select tablename from pg_tables where schemaname = 'public'")).rowCount;
  return { url, numbers, tables };
}

test("each migration is applied once, also one that was merged late", async () => {
  const { url, numbers } = await database();
  expect(await migrate(url, folderWith(first, second))).toEqual(["0000_first", "0001_second"]);
  expect(await migrate(url, folderWith(first, second))).toEqual([]);
  expect(await migrate(url, folderWith(first, late, second))).toEqual(["0002_late"]);
  expect(await numbers()).toEqual([1, 2]);
});

test("four processes that migrate at once apply each migration once", async () => {
  const { url, numbers } = await database();
  const folder = folderWith(first, second, late);
  const done = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)));
  expect(done.flat()).toEqual(["0000_first", "0001_second", "0002_late"]);
  expect(await numbers()).toEqual([1, 2]);
});

test("a database from a newer version is refused, and left as it is", async () => {
  const { url, numbers } = await database();
  await migrate(url, folderWith(first, second));
  const older = folderWith(first, late);
  await expect(migrate(url, older)).rejects.toThrow(DatabaseFromNewerVersion);
  await expect(migrate(url, older)).rejects.toThrow(
    /newer version of Leeway\. Start that version, or use another database/,
  );
  expect(await numbers()).toEqual([1]);
});

test("a migration edited after it was applied is refused by its name, and nothing is changed", async () => {
  const { url, numbers } = await database();
  const folder = folderWith(first, second);
  await migrate(url, folder);
  appendFileSync(join(folder, "0001_second.sql"), "\ninsert into a values (3);");
  await expect(migrate(url, folder)).rejects.toThrow(MigrationRefused);
  await expect(migrate(url, folder)).rejects.toThrow(/0001_second was edited after/);
  expect(await numbers()).toEqual([1]);
});

test.each([
  ["that another first migration made", { ...first, tag: "0000_roles", sql: "create table a (n int);" }],
  ["whose first migration was edited since", { ...first, sql: `${first.sql}\ncreate table c (n int);` }],
])("a database %s is told how to begin again, and left as it is", async (_, before) => {
  const { url, numbers, tables } = await database();
  await migrate(url, folderWith(before, second));
  const made = await tables();
  await expect(migrate(url, folderWith(first, second, late))).rejects.toThrow(MigrationRefused);
  await expect(migrate(url, folderWith(first, second, late))).rejects.toThrow(
    /from before its first release.*Nothing in it was changed\. Run npm run demo:reset .*DATABASE_URL/,
  );
  expect(await numbers()).toEqual([1]);
  expect(await tables()).toBe(made);
});

test("a statement that goes wrong names its migration and takes everything back", async () => {
  const { url, tables } = await database();
  const broken: Written = { tag: "0001_broken", when: 3_000, sql: "insert into nowhere values (1);" };
  await expect(migrate(url, folderWith(first, broken))).rejects.toThrow(/^0001_broken: relation "nowhere"/);
  expect(await tables()).toBe(0);
  expect(await migrate(url, folderWith(first))).toEqual(["0000_first"]);
});

test("Leeway's own migrations are all applied, and applying them again changes nothing", async () => {
  const { url, db, drop } = await freshDatabase();
  expect((await db.$client.query("select 1 from drizzle.__drizzle_migrations")).rowCount).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual([]);
  await drop();
});

test("the tables' migration is what db/schema says: npm run db:generate writes it anew", async () => {
  expect(readFileSync(tablesFile, "utf8")).toBe(await tablesMigration());
});

test("a server before PostgreSQL 15 is refused", () => {
  expect(() => refuseOldServer(140_012)).toThrow(
    "Leeway needs PostgreSQL 15 or later, and this server is PostgreSQL 14.",
  );
  expect(() => refuseOldServer(150_000)).not.toThrow();
});
