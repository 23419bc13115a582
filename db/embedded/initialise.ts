import { chownSync, closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Identity, run } from "./identity";
import { processExists } from "./lock-file";
import { codeOf, DatabaseProblem } from "./problem";
import type { Programs } from "./programs";

/**
 * Makes a new cluster beside its final place and then renames it, so that a kill half-way leaves no partial cluster.
 * When another process was faster, its cluster stays.
 */
export async function initialise(cluster: string, programs: Programs, identity: Identity, throwaway: boolean) {
  tidyUnfinished(cluster);
  const unfinished = mkdtempSync(`${cluster}.init-${process.pid}-`);
  try {
    if (identity.user) chownSync(unfinished, identity.user.uid, identity.user.gid);
    await run(identity, programs.initdb, initdbArguments(unfinished, programs.major, throwaway));
    renameSync(unfinished, cluster);
    if (!throwaway) fsyncFolder(dirname(cluster));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST") return; // another process was first
    throw new DatabaseProblem(`A new database could not be made in ${dirname(cluster)}: ${reason(error)}`);
  }
}

function initdbArguments(folder: string, major: number, throwaway: boolean): string[] {
  // With plain C, lower() and ilike would not convert letters outside ASCII
  const locale =
    major >= 17 ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C.UTF-8"];
  const quick = throwaway ? ["--no-sync"] : [];
  return ["-D", folder, "-U", "leeway", "-A", "trust", "--encoding=UTF8", ...locale, ...quick];
}

/** initdb reports on many lines; those that begin with its name give the error. */
function reason(error: unknown): string {
  const output = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  if (/no space left/i.test(output)) return "the disk is full. Make room, or set DATA_DIR to a folder on another disk.";
  const line = output.split("\n").find((text) => /error|fatal/i.test(text)) ?? output.trim().split("\n")[0];
  return `${line}.`;
}

/** Removes what killed processes left behind half-way. Leaves those of running processes alone. */
function tidyUnfinished(cluster: string): void {
  const prefix = `${basename(cluster)}.init-`;
  for (const name of readdirSync(dirname(cluster))) {
    const pid = name.startsWith(prefix) && /^(\d+)-/.exec(name.slice(prefix.length))?.[1];
    if (!pid || processExists(Number(pid))) continue;
    try {
      rmSync(join(dirname(cluster), name), { recursive: true, force: true });
    } catch {
      // Its orphaned initdb is still writing: the next start removes it
    }
  }
}

/** Flushes the rename to disk, so that it survives a power cut. */
function fsyncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
