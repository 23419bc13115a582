import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { codeOf } from "./problem";

/** The content of the cluster's `postmaster.pid`, PostgreSQL's lock file while it runs. */
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
 * Whether the process in a lock file is this cluster's server. It is not if it was killed and not yet reaped, or if its id
 * now belongs to another program: PostgreSQL takes both for the server.
 */
export function isServer(cluster: string, pid: number): boolean {
  if (!processExists(pid)) return false;
  return process.platform === "linux" ? isServerOnLinux(cluster, pid) : isServerByPs(cluster, pid);
}

function isServerOnLinux(cluster: string, pid: number): boolean {
  try {
    if (/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return false;
    // The server's working directory is its cluster; compared by inode, so that renamed and mounted paths match
    const [theirs, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch {
    return false; // it ended meanwhile, or it belongs to another user and we may not read it
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
