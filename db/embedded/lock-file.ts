import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./problem";

/** What stands in the cluster's `postmaster.pid`, the lock file PostgreSQL keeps while it runs. */
export type LockFile = { pid: number; socketFolder: string | undefined };

/**
 * - `running`: the server of this very cluster.
 * - `zombie`: it was killed, and nobody has collected it yet; PostgreSQL takes it for alive.
 * - `stranger`: the process id has gone to another program; PostgreSQL takes that for the server.
 * - `gone`: no such process.
 */
export type Holder = "running" | "zombie" | "stranger" | "gone";

export function readLockFile(cluster: string): LockFile | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, socketFolder: lines[4]?.trim() || undefined } : undefined;
  } catch {
    return undefined;
  }
}

export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Who has the process id that a lock file names. */
export function holderOf(cluster: string, pid: number): Holder {
  if (!processExists(pid)) return "gone";
  return process.platform === "linux" ? holderOnLinux(cluster, pid) : holderByPs(cluster, pid);
}

function holderOnLinux(cluster: string, pid: number): Holder {
  try {
    if (/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return "zombie";
    // The server works inside its cluster: compared as a folder, so a renamed or mounted path does not matter.
    const [theirs, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    return theirs.dev === ours.dev && theirs.ino === ours.ino ? "running" : "stranger";
  } catch (error) {
    // It ended while we looked, or it belongs to somebody whose processes we may not look into.
    return codeOf(error) === "EACCES" || codeOf(error) === "EPERM" ? "stranger" : "gone";
  }
}

function holderByPs(cluster: string, pid: number): Holder {
  try {
    const line = execFileSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    if (line.startsWith("Z")) return "zombie";
    return line.includes(cluster) ? "running" : "stranger";
  } catch {
    return "gone";
  }
}
