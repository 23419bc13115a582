import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processExists, readLockFile } from "./lock-file";
import { openEmbedded } from "./open";

/** A temporary folder for a server that this process will delete; the folder's name holds the process id. */
export function makeThrowaway(prefix: string): string {
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Stops the server in a folder, if one was started there, and removes the folder. */
export async function removeThrowaway(folder: string): Promise<void> {
  if (readLockFile(join(folder, "postgres"))) {
    const server = await openEmbedded(folder, { throwaway: true });
    await server.release();
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Removes the folders of killed processes. */
export async function tidyThrowaways(prefix: string): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split("-")[0]);
    const folder = join(tmpdir(), name);
    const isOurs = statSync(folder, { throwIfNoEntry: false })?.uid === process.geteuid?.();
    if (isOurs && !processExists(pid)) await removeThrowaway(folder);
  }
}
