import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./problem";

/** What stands in the cluster's `postmaster.pid`, the lock file PostgreSQL keeps while it runs. */
export type LockFile = { pid: number; socketFolder: string | undefined };

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

/**
 * Whether the process that a lock file names is the server of this very cluster. It is not when it was killed and nobody
 * has collected it yet, or when its id has gone to another program: PostgreSQL takes both for the server.
 */
export function isServer(cluster: string, pid: number): boolean {
  if (!processExists(pid)) return false;
  return process.platform === "linux" ? isServerOnLinux(cluster, pid) : isServerByPs(cluster, pid);
}

function isServerOnLinux(cluster: string, pid: number): boolean {
  try {
    if (/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return false;
    // The server works inside its cluster: compared as a folder, so a renamed or mounted path does not matter.
    const [theirs, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch {
    return false; // it ended while we looked, or it is somebody else's and we may not look into it
  }
}

function isServerByPs(cluster: string, pid: number): boolean {
  try {
    const line = execFileSync("ps", ["-o", "stat=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return !line.startsWith("Z") && line.includes(cluster);
  } catch {
    return false;
  }
}
