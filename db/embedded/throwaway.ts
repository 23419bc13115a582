import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processExists, readLockFile } from "./lock-file";
import { openEmbedded } from "./open";

/** A temporary folder for a server that this process will delete; the folder's name holds the process id. */
export function makeThrowaway(mark: string): string {
  return mkdtempSync(join(tmpdir(), `${mark}${process.pid}-`));
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
export async function tidyThrowaways(mark: string): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(mark))) {
    const pid = Number(name.slice(mark.length).split("-")[0]);
    const folder = join(tmpdir(), name);
    const ours = statSync(folder, { throwIfNoEntry: false })?.uid === process.geteuid?.();
    if (ours && !processExists(pid)) await removeThrowaway(folder);
  }
}
