import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { asRows } from "../rows";
import { isPrivateToUs } from "./folders";
import { isServer, readLockFile } from "./lock-file";
import { codeOf, DatabaseProblem } from "./problem";
import { lastErrorSince, launch, logSize, type Server } from "./server";

/** The advisory lock shared by every process that uses the server; the process that gets it exclusively is the last. */
const inUse = 726_601;
const timeoutMs = 120_000;
const maxStarts = 4;

/** A connection that marks this process as a user of the server, for as long as it is open. */
export type ServerUse = { client: pg.Client; started: boolean };

export function databaseUrl(socketFolder: string, database: string): string {
  return `postgres://leeway@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socketFolder)}`;
}

/**
 * Connects to the server, starting it if none answers. Safe for several processes at once.
 * @param signal - once aborted, it still waits for a running server but starts none
 */
export async function connectOrStart(server: Server, signal?: AbortSignal): Promise<ServerUse> {
  const deadline = Date.now() + timeoutMs;
  const logged = logSize(server);
  let starts = 0;
  let child: ChildProcess | undefined;
  for (let lastError: unknown; Date.now() < deadline; await wait(50)) {
    try {
      const client = await connect(socketFolderOf(server));
      return { client, started: child?.pid !== undefined && child.pid === readLockFile(server.cluster)?.pid };
    } catch (error) {
      lastError = error;
    }
    if (isRunning(child) || answers(lastError)) continue;
    const lock = readLockFile(server.cluster);
    if (lock && isServer(server.cluster, lock.pid)) continue;
    if (starts === maxStarts || signal?.aborted) break;
    await wait(starts * 200); // processes of the previous server may still be ending
    child = launch(server, lock?.pid);
    starts += 1;
  }
  throw didNotStart(server, logged);
}

/** Where the server listens; it may have been started with another temporary folder. */
export function socketFolderOf(server: Server): string {
  const recorded = readLockFile(server.cluster)?.socketFolder;
  return recorded && isPrivateToUs(recorded, server.identity) ? recorded : server.socketFolder;
}

async function connect(socketFolder: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl(socketFolder, "postgres"),
    application_name: `leeway ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {}); // handled by "end"
  await client.connect();
  try {
    await client.query("select pg_advisory_lock_shared($1)", [inUse]);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return client;
}

function isRunning(child: ChildProcess | undefined): boolean {
  return child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** A server that is starting up or shutting down: wait for it. */
function answers(error: unknown): boolean {
  return codeOf(error) === "57P03";
}

function didNotStart(server: Server, logged: number): DatabaseProblem {
  const lastLogged = lastErrorSince(server, logged);
  const advice = /no space left/i.test(lastLogged) ? "Make room on the disk and start again." : `See ${server.log}.`;
  return new DatabaseProblem(`The database in ${server.cluster} did not start: ${lastLogged}. ${advice}`);
}

const aloneRow = z.strictObject({ alone: z.boolean() });

/** Whether nobody else uses the server. From then on new users wait until it has stopped, and start it again. */
export async function isLastUser(client: pg.Client): Promise<boolean> {
  await client.query("select pg_advisory_unlock_shared($1)", [inUse]);
  const { rows } = await client.query("select pg_try_advisory_lock($1) as alone", [inUse]);
  return asRows(aloneRow, rows)[0]?.alone === true;
}
