import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded/open";
import { makeThrowaway, removeThrowaway, tidyThrowaways } from "@/db/embedded/throwaway";
import { migrate } from "@/db/migrate";
import { seedDemoWorld } from "@/server/demo/demo";
import type { AtEnd } from "@/server/run/until-stopped";
import type { WorldSize } from "./load-world";

export type Size = { times: number; name: string };
export type SizedWorld = Size & WorldSize;

/** Ten times as many experiments on as many measures, whose series are ten times as long; the largest has 10 million results. */
const all: readonly SizedWorld[] = [
  { times: 1, name: "1x", experiments: 1_000, measures: 100, contributors: 10, days: 200 },
  { times: 10, name: "10x", experiments: 10_000, measures: 100, contributors: 10, days: 2_000 },
  { times: 100, name: "100x", experiments: 100_000, measures: 100, contributors: 10, days: 10_000 },
];

/** The sizes after `--sizes`, smallest first. @throws when there is one that is not known */
export function sizesFrom(args: readonly string[]): SizedWorld[] {
  const at = args.indexOf("--sizes");
  const wanted = (at < 0 ? "1,10" : (args[at + 1] ?? "")).split(",").map(Number);
  const unknown = wanted.filter((times) => !all.some((size) => size.times === times));
  if (unknown.length > 0) throw new Error(`--sizes takes some of ${all.map(({ times }) => times).join(", ")}`);
  return all.filter(({ times }) => wanted.includes(times));
}

export type FilledWorld = { size: Size; databaseUrl: string; db: ReturnType<typeof connect>; serverPid: number };

const mark = "leeway-bench-";

/** A folder for databases that are removed at the end. */
export async function throwawayFolder(atEnd: AtEnd): Promise<string> {
  await tidyThrowaways(mark);
  const folder = makeThrowaway(mark);
  atEnd(() => removeThrowaway(folder));
  return folder;
}

// Like a real database, but with connections for several web servers, and no vacuum in the middle of a slice
export const settings = { max_connections: "120", autovacuum: "off" };

/** One connection whose statements may take as long as they need. */
export async function connectPatiently(databaseUrl: string, atEnd: AtEnd): Promise<ReturnType<typeof connect>> {
  const db = connect(databaseUrl, { connections: 1 });
  atEnd(() => db.$client.end());
  await db.$client.query("set statement_timeout = 0");
  return db;
}

/** A new database with the demo world. */
export async function openDemoWorld(folder: string, database: string, atEnd: AtEnd): Promise<FilledWorld> {
  const opening = openEmbedded(folder, { database, settings });
  atEnd(() => opening.then((embedded) => embedded.release()));
  const { url, serverPid } = await opening;
  await migrate(url);
  await seedDemoWorld(url);
  const db = await connectPatiently(url, atEnd);
  await db.$client.query("vacuum analyze");
  return { size: { times: 1, name: "demo" }, databaseUrl: url, db, serverPid: serverPid ?? 0 };
}
