import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Identity } from "./identity";
import { codeOf, DatabaseProblem } from "./problem";

/** The maximum length of a socket's path is 107 bytes on Linux and 103 on macOS; PostgreSQL adds this name to the folder's. */
const maxSocketPath = 103;
const socketName = "/.s.PGSQL.5432";

/** Makes the data folder if it is missing, and checks that we can write in it. */
export function prepareDataFolder(dataDir: string): void {
  try {
    // Others may enter it, whatever the umask, because the server may run as another user. Its contents are closed to them.
    if (mkdirSync(dataDir, { recursive: true })) chmodSync(dataDir, 0o755);
    rmSync(mkdtempSync(join(dataDir, ".writable-")), { recursive: true });
  } catch (error) {
    const why = codeOf(error) === "EEXIST" || codeOf(error) === "ENOTDIR" ? "is not a folder" : "cannot be written to";
    throw new DatabaseProblem(`The data folder ${dataDir} ${why}. Set DATA_DIR to a folder you can write to.`);
  }
}

/** The major version that made this cluster, or undefined when there is no cluster yet. */
export function clusterVersion(cluster: string): number | undefined {
  try {
    return Number(readFileSync(join(cluster, "PG_VERSION"), "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new DatabaseProblem(
      `The database in ${cluster} belongs to another user. Start Leeway as that user, or set DATA_DIR to a folder of your own.`,
    );
  }
}

/** @throws {DatabaseProblem} when these programs cannot open the cluster */
export function checkMajor(cluster: string, major: number): void {
  const version = clusterVersion(cluster);
  if (version === major) return;
  throw new DatabaseProblem(
    version === undefined
      ? `The folder ${cluster} holds something that is not a database. Move it away, or set DATA_DIR to another folder.`
      : `The database in ${cluster} was made by PostgreSQL ${version}, and this is PostgreSQL ${major}. ` +
          `Set PG_BIN to the folder of PostgreSQL ${version}'s programs, or set DATA_DIR to a new folder.`,
  );
}

/**
 * The folder for the server's socket: the cluster itself, or a private one if the cluster's path is too long for a socket.
 * Any user who can enter it connects without a password, so it must belong to us and be closed to everybody else.
 */
export function socketFolder(cluster: string, identity: Identity): string {
  if (Buffer.byteLength(cluster + socketName) <= maxSocketPath) return cluster;
  const short = join(tmpdir(), `leeway-${createHash("sha256").update(cluster).digest("hex").slice(0, 16)}`);
  try {
    mkdirSync(short, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw new DatabaseProblem(`${tmpdir()} cannot be written to. Set TMPDIR.`);
  }
  if (!isPrivateToUs(short, identity)) {
    throw new DatabaseProblem(
      `${short} belongs to somebody else, so it is not safe to use. Remove it, or set DATA_DIR to a folder with a shorter path.`,
    );
  }
  if (identity.user) chownSync(short, identity.user.uid, identity.user.gid);
  return short;
}

/** Whether a folder belongs to us, or to the user we run the server as, and nobody else can enter it. */
export function isPrivateToUs(folder: string, identity: Identity): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  const isOurs = stats?.uid === process.geteuid?.() || stats?.uid === identity.user?.uid;
  return stats?.isDirectory() === true && isOurs && (stats.mode & 0o077) === 0;
}
