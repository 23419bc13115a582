import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { asIdentity, type Identity, plainEnvironment } from "./identity";
import { holderOf, readLockFile } from "./lock-file";
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

/** For databases that are thrown away: nothing waits for the disk. */
export const throwawaySettings = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };

/**
 * Starts the server in the background, where it outlives us and hears no Ctrl-C. It may find that another is running and end.
 * @param staleLock - the process id in a lock file known to be left over, which PostgreSQL would take for a live server
 */
export function launch(server: Server, staleLock: number | undefined): ChildProcess {
  const socketFolder = `"${server.socketFolder.replaceAll('"', '""')}"`; // a list, in which commas separate
  const settings = { ...defaults, unix_socket_directories: socketFolder, ...server.settings };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const call = asIdentity(server.identity, server.programs.postgres, ["-D", server.cluster, ...options]);
  const env = staleLock ? { ...plainEnvironment, PG_GRANDPARENT_PID: String(staleLock) } : plainEnvironment;
  const log = openSync(server.log, tooLong(server.log) ? "w" : "a", 0o600); // it may quote what people wrote
  const child = spawn(call.command, call.args, { ...call.options, env, detached: true, stdio: ["ignore", log, log] });
  child.on("error", () => {}); // seen as an exit by whoever waits for it
  child.unref();
  closeSync(log);
  return child;
}

function tooLong(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
}

/** The last thing the server said when it could not start. */
export function lastComplaint(log: string): string {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return (
    lines.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(FATAL|PANIC):\s*/, "") ?? "it did not say why"
  );
}

/** Stops the server after a checkpoint, and waits until it has gone. */
export async function stop(server: Server): Promise<void> {
  const pid = readLockFile(server.cluster)?.pid;
  // A process of another container is not ours to signal, though its socket let us in.
  if (!pid || holderOf(server.cluster, pid) !== "running") return;
  process.kill(pid, "SIGINT");
  while (holderOf(server.cluster, pid) === "running") await wait(20);
}
