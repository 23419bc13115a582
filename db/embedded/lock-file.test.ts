import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { isServer, processExists, readLockFile } from "./lock-file";
import { openEmbedded } from "./open";
import { folderWithCluster, removeTemplate, temporaryFolder } from "./testing-folders";

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeTemplate);

function start(command: string, ...args: string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** A process that has ended and that its living parent never reaps. */
async function makeZombie(): Promise<number> {
  const parent = start("sh", "-c", "sleep 0 & echo $!; exec sleep 60");
  const [line] = await once(parent.stdout as NodeJS.ReadableStream, "data");
  while (!readFileSync(`/proc/${Number(line)}/stat`, "utf8").includes(") Z ")) await wait(5);
  return Number(line);
}

async function endedProcess(): Promise<number> {
  const child = start("true");
  await once(child, "exit");
  return child.pid ?? 0;
}

/** A lock file as PostgreSQL leaves it when killed, with the given process id. */
function leaveLockFile(folder: string, pid: number): void {
  const lines = [pid, join(folder, "postgres"), 1_700_000_000, 5432, join(folder, "postgres"), "", "0 0", "ready", ""];
  writeFileSync(join(folder, "postgres", "postmaster.pid"), lines.join("\n"));
}

test("the server of a cluster is told from a process that was killed, another program, and nobody", async () => {
  const folder = await folderWithCluster();
  const cluster = join(folder, "postgres");
  const embedded = await openEmbedded(folder, { throwaway: true });
  expect(isServer(cluster, embedded.serverPid ?? 0)).toBe(true);
  expect(readLockFile(cluster)).toEqual({ pid: embedded.serverPid, socketFolder: cluster });
  await embedded.release();
  const zombie = await makeZombie();
  expect(processExists(zombie)).toBe(true);
  expect(isServer(cluster, zombie)).toBe(false);
  expect(isServer(cluster, process.pid)).toBe(false);
  expect(isServer(cluster, await endedProcess())).toBe(false);
});

test("the server of another cluster does not stop a start", async () => {
  const folder = await folderWithCluster();
  const other = await openEmbedded(await folderWithCluster(), { throwaway: true });
  leaveLockFile(folder, other.serverPid ?? 0);
  expect(isServer(join(folder, "postgres"), other.serverPid ?? 0)).toBe(false);
  const embedded = await openEmbedded(folder, { throwaway: true });
  expect(embedded.started).toBe(true);
  await embedded.release();
  await other.release();
});

test("a lock file that is empty or not there names nobody", async () => {
  const folder = temporaryFolder();
  expect(readLockFile(folder)).toBeUndefined();
  await mkdir(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "postmaster.pid"), "");
  expect(readLockFile(join(folder, "postgres"))).toBeUndefined();
});

test.each([
  ["a process that has gone", endedProcess],
  ["a process that nobody collects", makeZombie],
  ["another program", async () => process.pid],
])("a lock file left over that names %s does not stop a start", async (_, pid) => {
  const folder = await folderWithCluster();
  leaveLockFile(folder, await pid());
  const embedded = await openEmbedded(folder, { throwaway: true });
  expect(embedded.started).toBe(true);
  await embedded.release();
});
