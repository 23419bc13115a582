import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { checkMajor, clusterVersion, prepareDataFolder, socketFolder } from "./folders";
import { identityFor } from "./identity";
import { initialise } from "./initialise";
import { readLockFile } from "./lock-file";
import { codeOf } from "./problem";
import { findPrograms } from "./programs";
import { type Server, stop, throwawaySettings } from "./server";
import { connectOrStart, databaseUrl, isLastUser, type ServerUse, socketFolderOf } from "./server-use";

/** The database in a data folder. */
export const databaseName = "leeway";

export type EmbeddedOptions = {
  /** The database's name; made if it is missing. */
  database?: string;
  /** Server settings, used when this process starts the server. */
  settings?: Record<string, string>;
  /** For tests: faster, and lost when the machine goes down. */
  throwaway?: boolean;
  /** Leave the server running when the last process has stopped using it. */
  keepRunning?: boolean;
};

export type Embedded = {
  url: string;
  /** Stops using the server; the last process to do so stops it. */
  release(): Promise<void>;
  serverPid?: number;
  /** Whether this process started the server, rather than finding it running. */
  started: boolean;
};

/**
 * Opens the PostgreSQL server of a data folder. All processes share one server: the first starts it, the others connect to
 * it. While this process uses it, a server that dies is started again.
 * @throws {DatabaseProblem} with a sentence for the person who started Leeway
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const server = await prepareServer(resolve(dataDir), options);
  const database = options.database ?? databaseName;
  const first = await connectOrStart(server);
  await makeDatabase(first.client, database);
  const release = holdServer(server, first, options.keepRunning ?? false);
  const url = databaseUrl(socketFolderOf(server), database);
  return { url, release, serverPid: readLockFile(server.cluster)?.pid, started: first.started };
}

/** Makes the cluster if there is none, and collects what is needed to run its server. */
export async function prepareServer(dataDir: string, options: EmbeddedOptions = {}): Promise<Server> {
  const cluster = join(dataDir, "postgres");
  prepareDataFolder(dataDir);
  const version = clusterVersion(cluster);
  const identity = identityFor(dataDir, cluster);
  const programs = await findPrograms(identity, dataDir);
  const throwaway = options.throwaway ?? false;
  if (version === undefined) await initialise(cluster, programs, identity, throwaway);
  checkMajor(cluster, programs.major);
  const settings = { ...(throwaway ? throwawaySettings : {}), ...options.settings };
  const log = join(dataDir, "postgres.log");
  return { cluster, socketFolder: socketFolder(cluster, identity), log, identity, programs, settings };
}

async function makeDatabase(client: ServerUse["client"], name: string): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount) return;
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (codeOf(error) !== "42P04" && codeOf(error) !== "23505") throw error; // another process was first
  }
}

/** Uses the server until the returned function is called; if the connection is lost, reconnects and restarts it if needed. */
function holdServer(server: Server, first: ServerUse, keepRunning: boolean): () => Promise<void> {
  const released = new AbortController();
  let client = first.client;
  let reconnecting: Promise<void> | undefined;
  const watch = () =>
    client.once("end", () => {
      if (!released.signal.aborted) reconnecting = reconnect();
    });
  const reconnect = async () => {
    for (let lastProblem = ""; !released.signal.aborted; ) {
      try {
        client = (await connectOrStart(server, released.signal)).client;
        watch();
        return;
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        if (problem !== lastProblem && !released.signal.aborted) console.error(problem);
        lastProblem = problem;
        await wait(5_000, undefined, { ref: false, signal: released.signal }).catch(() => {});
      }
    }
  };
  watch();
  return async () => {
    if (released.signal.aborted) return;
    released.abort();
    await reconnecting;
    if ((await isLastUser(client).catch(() => false)) && !keepRunning) await stop(server);
    await client.end().catch(() => {});
  };
}
