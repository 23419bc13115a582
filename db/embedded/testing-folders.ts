import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { isServer, readLockFile } from "./lock-file";
import { openEmbedded } from "./open";

/** A folder that is removed after the test, with its server if one still runs. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "leeway-embedded-"));
  chmodSync(folder, 0o755); // a server that runs as another user must get in
  onTestFinished(() => removeFolder(folder));
  return folder;
}

export function isServing(folder: string, pid: number | undefined): boolean {
  return pid !== undefined && isServer(join(folder, "postgres"), pid);
}

/** Kills the server of a folder and removes the folder. */
export async function removeFolder(folder: string): Promise<void> {
  const pid = readLockFile(join(folder, "postgres"))?.pid;
  if (pid && isServing(folder, pid)) {
    process.kill(pid, "SIGKILL");
    while (isServing(folder, pid)) await new Promise(setImmediate);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** A data folder with a properly stopped cluster. Making one takes a second, so it is copied from a template. */
export async function folderWithCluster(): Promise<string> {
  const template = join(tmpdir(), `leeway-embedded-model-${process.pid}`);
  if (!existsSync(template)) await (await openEmbedded(template, { throwaway: true })).release();
  const folder = temporaryFolder();
  execFileSync("cp", ["-a", join(template, "postgres"), join(folder, "postgres")]); // preserves the owner
  return folder;
}

/** Removes the template that `folderWithCluster` copies. */
export function removeTemplate(): void {
  rmSync(join(tmpdir(), `leeway-embedded-model-${process.pid}`), { recursive: true, force: true });
}

/** What a killed first start would leave beside the cluster. */
export function unfinishedIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.includes(".init-"));
}

type Opened = { url: string; started: boolean; serverPid: number };
export type Holder = { child: ChildProcess; lines: Interface; opened: Promise<Opened>; printed: string[] };

/** Starts another process that uses the server in a folder; testing-holder.ts lists what else it can do. */
export function startHolder(what: "hold" | "write" | "write carelessly", folder: string): Holder {
  const script = fileURLToPath(new URL("./testing-holder.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, what, folder], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true, // its own process group, so that it is killed with all its children
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const printed: string[] = [];
  const opened = once(lines, "line").then(([line]): Opened => JSON.parse(line));
  opened.then(
    () => {},
    () => {},
  );
  lines.on("line", (line) => printed.push(line));
  return { child, lines, opened, printed };
}

/** Tells a holder to stop using the server, and waits until it has. */
export async function stopHolder({ child }: Holder): Promise<void> {
  child.stdin?.end();
  await once(child, "exit");
}
