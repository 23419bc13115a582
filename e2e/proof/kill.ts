import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Leeway } from "../leeway";

/** Kills the launcher and the web server with SIGKILL, and leaves the database running. */
export function killApp({ launcher }: Leeway): void {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const processes = table.split("\n").flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid && parent ? [{ pid: Number(pid), parent: Number(parent), args: args ?? "" }] : [];
  });
  const below = (pid: number): number[] =>
    processes
      .filter(({ parent, args }) => parent === pid && !args.includes("postgres"))
      .flatMap((child) => [child.pid, ...below(child.pid)]);
  if (!launcher.pid) throw new Error("Leeway does not run");
  for (const pid of [launcher.pid, ...below(launcher.pid)]) process.kill(pid, "SIGKILL");
}

export function killDatabase({ dataDir }: Leeway): void {
  const [pid] = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
}
