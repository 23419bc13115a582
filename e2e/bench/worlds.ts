import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded/open";
import { makeThrowaway, removeThrowaway, tidyThrowaways } from "@/db/embedded/throwaway";
import { migrate } from "@/db/migrate";
import { seedDemoWorld } from "@/server/demo/demo";
import type { AtEnd } from "@/server/run/until-stopped";
import { seedLoadWorld } from "./load-world";

/** How many copies of the demo world, and the name of that size in tables. */
export const sizes = [
  { times: 1, name: "demo" },
  { times: 50, name: "50 times" },
] as const;
export type Size = { times: number; name: string };

export type FilledWorld = { size: Size; databaseUrl: string; db: ReturnType<typeof connect>; serverPid: number };

const mark = "leeway-bench-";

/** A folder for the databases, removed at the end. */
export async function throwawayFolder(atEnd: AtEnd): Promise<string> {
  await tidyThrowaways(mark);
  const folder = makeThrowaway(mark);
  atEnd(() => removeThrowaway(folder));
  return folder;
}

// Like a real database, but with connections for several web servers, and no vacuum in the middle of a slice
const settings = { max_connections: "120", autovacuum: "off" };

/** A database with this many copies of the demo world. */
export async function openWorld(
  folder: string,
  size: Size,
  atEnd: AtEnd,
  database = `bench_${size.times}`,
): Promise<FilledWorld> {
  const opening = openEmbedded(folder, { database, settings });
  atEnd(() => opening.then((embedded) => embedded.release()));
  const { url, serverPid } = await opening;
  await migrate(url);
  if (size.times === 1) await seedDemoWorld(url);
  else await seedLoadWorld(url, size.times);
  const db = connect(url, { connections: 1 });
  atEnd(() => db.$client.end());
  await db.$client.query("set statement_timeout = 0");
  await db.$client.query("vacuum analyze");
  return { size, databaseUrl: url, db, serverPid: serverPid ?? 0 };
}
