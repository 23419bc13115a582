import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded/open";
import { removeThrowaway } from "@/db/embedded/throwaway";
import { migrate } from "@/db/migrate";
import { londonDay } from "@/server/days";
import { root } from "@/server/run/command";
import type { AtEnd } from "@/server/run/until-stopped";
import { fillLoadWorld } from "./load-world";
import { connectPatiently, type FilledWorld, type SizedWorld, settings } from "./worlds";

const kept = join(root, ".data", "bench");
/** What a world follows from, beside the day: the schema, the demo world and what copies it. */
const sources = ["db/migrations", "server/demo", "e2e/bench/load-world", "e2e/bench/load-world.ts"];

/** While a world is filled: it is made anew if the machine goes down. */
const fillSettings = {
  ...settings,
  ...{ fsync: "off", full_page_writes: "off", synchronous_commit: "off", wal_level: "minimal", max_wal_senders: "0" },
  ...{ shared_buffers: "1GB", max_wal_size: "3GB", checkpoint_timeout: "1h", maintenance_work_mem: "512MB" },
};
const measureSettings = {
  ...settings,
  ...{ shared_buffers: "512MB", max_wal_size: "2GB", checkpoint_timeout: "1h" },
  ...{ shared_preload_libraries: "pg_stat_statements", "pg_stat_statements.track": "top" },
};

/** The folder of the worlds that this code makes this week; those of other code, or of another week, are removed. */
async function prepareFolder(): Promise<string> {
  mkdirSync(kept, { recursive: true });
  const name = worldHash(root, londonDay(new Date().toISOString()));
  for (const other of readdirSync(kept)) {
    const isWorld = /^[0-9a-f]{12}$/.test(other) && statSync(join(kept, other)).isDirectory();
    if (isWorld && other !== name) await removeThrowaway(join(kept, other));
  }
  return join(kept, name);
}

/** @param day - permissions of the demo world end by the day, so a world serves for one week */
export function worldHash(folder: string, day: string): string {
  const week = Math.floor((Date.parse(day) / 86_400_000 + 3) / 7);
  const hash = createHash("sha256").update(`week ${week}`);
  for (const path of sources.map((name) => join(folder, name)).flatMap(filesIn))
    hash.update(createHash("sha256").update(readFileSync(path)).digest());
  return hash.digest("hex").slice(0, 12);
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Opens a world of each size on one server, and fills those that are not kept from another run. */
export async function openKeptWorlds(sizes: readonly SizedWorld[], atEnd: AtEnd): Promise<FilledWorld[]> {
  const folder = await prepareFolder();
  for (const size of sizes) {
    if (!existsSync(markOf(folder, size))) await fill(folder, size);
  }
  const opening = openEmbedded(folder, { database: "postgres", settings: measureSettings });
  atEnd(() => opening.then((embedded) => embedded.release()));
  const { url, serverPid } = await opening;
  const worlds: FilledWorld[] = [];
  for (const size of sizes) {
    const databaseUrl = addressOf(url, databaseOf(size));
    const db = await connectPatiently(databaseUrl, atEnd);
    await tidy(db);
    worlds.push({ size, databaseUrl, db, serverPid: serverPid ?? 0 });
    console.log(`The world of ${size.name} takes ${await diskOf(db)} on disk, in ${folder}.`);
  }
  return worlds;
}

async function fill(folder: string, size: SizedWorld): Promise<void> {
  console.log(`Filling a world of ${size.experiments.toLocaleString("en-GB")} experiments …`);
  const began = performance.now();
  const { url, release } = await openEmbedded(folder, { database: "postgres", settings: fillSettings });
  try {
    await renew(url, databaseOf(size));
    const databaseUrl = addressOf(url, databaseOf(size));
    await migrate(databaseUrl);
    await fillLoadWorld(databaseUrl, size);
  } finally {
    await release();
  }
  writeFileSync(markOf(folder, size), "");
  console.log(`It took ${Math.round((performance.now() - began) / 1_000)} s.`);
}

const databaseOf = ({ times }: SizedWorld) => `world_${times}`;
const markOf = (folder: string, size: SizedWorld) => join(folder, `${databaseOf(size)}.filled`);

function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function renew(serverUrl: string, database: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(`drop database if exists ${database} with (force)`); // a filling that was interrupted
    await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

/** Removes what an earlier run left, and today's letters and reminders: they would be written while we measure. */
async function tidy(db: ReturnType<typeof connect>): Promise<void> {
  await db.$client.query("checkpoint"); // also gives back the disk that filling needed for its log
  await db.$client.query("delete from sessions");
  await db.$client.query("delete from jobs");
  await db.$client.query(`insert into jobs (id, kind, key, payload, done_at)
    select gen_random_uuid(), 'every day', 'every day ' || (london_today() + n), '{}', now() from generate_series(0, 1) n`);
}

async function diskOf(db: ReturnType<typeof connect>): Promise<string> {
  const { rows } = await db.$client.query<{ size: string }>(
    "select pg_size_pretty(pg_database_size(current_database())) as size",
  );
  return rows[0]?.size ?? "";
}
