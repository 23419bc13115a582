import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { asIdentity, type Identity, plainEnvironment } from "./identity";
import { isServer, readLockFile } from "./lock-file";
import type { Programs } from "./programs";

/** One cluster and everything needed to run it. */
export type Server = {
  cluster: string;
  socketFolder: string;
  log: string;
  identity: Identity;
  programs: Programs;
  settings: Record<string, string>;
};

const defaults: Record<string, string> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  shared_buffers: "64MB",
  max_connections: "50",
  max_wal_size: "256MB",
  timezone: "UTC",
  log_checkpoints: "off",
};

/** For throwaway databases: never waits for the disk. */
export const throwawaySettings = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };

/**
 * Starts the server in the background, where it outlives us and gets no Ctrl-C. It ends by itself if another is running.
 * @param staleLock - the process id in a lock file known to be stale, which PostgreSQL might take for a live server
 */
export function launch(server: Server, staleLock: number | undefined): ChildProcess {
  const socketFolder = `"${server.socketFolder.replaceAll('"', '""')}"`; // PostgreSQL reads a list separated by commas
  const settings = { ...defaults, unix_socket_directories: socketFolder, ...server.settings };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const call = asIdentity(server.identity, server.programs.postgres, ["-D", server.cluster, ...options]);
  const env = staleLock ? { ...plainEnvironment, PG_GRANDPARENT_PID: String(staleLock) } : plainEnvironment;
  const log = openSync(server.log, logSize(server) === 0 ? "w" : "a", 0o600); // it may quote what people wrote
  const child = spawn(call.command, call.args, { ...call.options, env, detached: true, stdio: ["ignore", log, log] });
  child.on("error", () => {}); // whoever waits for it sees this as an exit
  child.unref();
  closeSync(log);
  return child;
}

const maxLogBytes = 5_000_000;

export function logSize({ log }: Server): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  return size > maxLogBytes ? 0 : size; // a longer log is emptied first
}

/** The last error in the server's log since it had this size, when it could not start. */
export function lastErrorSince({ log }: Server, size: number): string {
  const lines = existsSync(log) ? readFileSync(log).subarray(size).toString().trim().split("\n") : [];
  const line = lines.findLast((text) => /FATAL|PANIC/.test(text)) ?? lines.at(-1);
  return line?.replace(/^.*?(FATAL|PANIC):\s*/, "") || "it did not say why";
}

/** Stops the server after a checkpoint and waits until it has ended; one that hangs is left for the next start. */
export async function stop({ cluster }: Server): Promise<void> {
  const pid = readLockFile(cluster)?.pid;
  // A process of another container is not ours to signal, though we reach its socket
  if (!pid || !isServer(cluster, pid)) return;
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + 60_000; isServer(cluster, pid) && Date.now() < deadline; ) await wait(20);
}
