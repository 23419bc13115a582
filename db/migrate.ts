import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { z } from "zod";
import { asRows } from "./rows";

/** The database has migrations that this version of Leeway does not know. */
export class DatabaseFromNewerVersion extends Error {
  override name = "DatabaseFromNewerVersion";
}

/** The database predates the first release, an applied migration was edited, or the server is too old. Nothing was changed. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
}

type Migration = { tag: string; when: number; hash: string; statements: string[] };
const appliedRow = z.strictObject({ hash: z.string(), created_at: z.string() });
type Applied = z.infer<typeof appliedRow>;
const versionRow = z.strictObject({ version: z.number() });

const migrationLock = 7_266_010;
/** The parts of the first migration, which are edited in place until Leeway's first release. */
const firstMigration = /^0000_/;
const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Applies the migrations that this database lacks, in one transaction, one process at a time.
 * They are identified by a hash of their content: drizzle's migrator compares dates and skips one that was merged late.
 * @returns the names of the applied ones
 */
export async function migrate(url: string, folder: string = migrationsFolder): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [migrationLock]); // a transaction lock works through poolers too
    const done = await bringUpToDate(client, migrations);
    await client.query("commit");
    return done;
  } finally {
    await client.end(); // an open transaction is rolled back
  }
}

function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8"));
  const entries: { tag: string; when: number }[] = journal.entries;
  return entries.map(({ tag, when }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), "utf8");
    const hash = createHash("sha256").update(text).digest("hex");
    return { tag, when, hash, statements: text.split("--> statement-breakpoint").filter((part) => part.trim()) };
  });
}

async function bringUpToDate(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as version");
  refuseOldServer(asRows(versionRow, rows)[0]?.version ?? 0);
  await client.query("create schema if not exists drizzle");
  await client.query(
    "create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  );
  const done = await client.query("select hash, created_at from drizzle.__drizzle_migrations");
  const applied = asRows(appliedRow, done.rows);
  const appliedHashes = new Set(applied.map((row) => row.hash));
  refuseBeforeRelease(appliedHashes, migrations);
  refuseUnknown(applied, migrations);
  const missing = migrations.filter((migration) => !appliedHashes.has(migration.hash));
  for (const migration of missing) await apply(client, migration);
  return missing.map((migration) => migration.tag);
}

/** @param version - PostgreSQL's version number: 150004 is 15.4 */
export function refuseOldServer(version: number): void {
  if (version >= 150_000) return;
  const major = Math.floor(version / 10_000);
  throw new MigrationRefused(
    `Leeway needs PostgreSQL 15 or later, and this server is PostgreSQL ${major}. Set DATABASE_URL to a newer server.`,
  );
}

function refuseBeforeRelease(appliedHashes: Set<string>, migrations: Migration[]): void {
  if (appliedHashes.size === 0) return;
  if (migrations.every(({ tag, hash }) => appliedHashes.has(hash) || !firstMigration.test(tag))) return;
  throw new MigrationRefused(
    "This database was made by another version of Leeway from before its first release, and this version cannot use it. " +
      "Nothing in it was changed. Run npm run demo:reset to begin again with new demo data, or, where DATABASE_URL is set, let it name an empty database.",
  );
}

function refuseUnknown(applied: Applied[], migrations: Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.hash));
  const unknown = applied.filter((row) => !known.has(row.hash));
  for (const row of unknown) {
    const edited = migrations.find((migration) => migration.when === Number(row.created_at));
    if (!edited) continue;
    throw new MigrationRefused(
      `The migration ${edited.tag} was edited after this database had applied it. Put the file back as it was, and make the change in a new migration.`,
    );
  }
  if (unknown.length > 0) {
    throw new DatabaseFromNewerVersion(
      "This database was opened by a newer version of Leeway. Start that version, or use another database (DATA_DIR or DATABASE_URL).",
    );
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  for (const statement of migration.statements) {
    await client.query(statement).catch((error: Error) => {
      error.message = `${migration.tag}: ${error.message}`;
      throw error;
    });
  }
  await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
    migration.hash,
    migration.when,
  ]);
}
