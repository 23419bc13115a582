import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DatabaseProblem } from "./problem";

/** The user the server runs as. PostgreSQL refuses root, so root becomes another user. */
export type Identity = {
  /** Set when root runs the server as another user; files the server writes must then belong to that user. */
  user?: { uid: number; gid: number };
  /** A prefix for every command: a user namespace in which root appears as nobody. */
  wrap: string[];
};

const asNobody: Identity = { wrap: ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"] };

/** The environment of the database programs: without our locale and PG* variables. Next's types require NODE_ENV. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  TZ: "UTC",
  LC_ALL: "C",
};

/** Spawn options and the full command line for running a program as this identity. */
export function asIdentity(identity: Identity, program: string, args: string[]) {
  const [command = program, ...rest] = [...identity.wrap, program, ...args];
  return { command, args: rest, options: { ...identity.user, cwd: "/", env: plainEnvironment } };
}

/** Runs a program to its end; rejects, with `stderr` on the error, when it fails. */
export async function run(identity: Identity, program: string, args: string[]): Promise<string> {
  const call = asIdentity(identity, program, args);
  return (await promisify(execFile)(call.command, call.args, call.options)).stdout;
}

function works(identity: Identity, program: string, args: string[]): boolean {
  const call = asIdentity(identity, program, args);
  try {
    execFileSync(call.command, call.args, { ...call.options, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** An unprivileged user of this machine: `postgres` where there is one, else `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  const users = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Decides which user runs the server: the cluster's owner if it exists, else a user who can reach the folder. */
export function identityFor(dataDir: string, cluster: string): Identity {
  if (process.geteuid?.() !== 0) return { wrap: [] };
  const owner = existsSync(join(cluster, "PG_VERSION")) ? statSync(cluster) : undefined;
  const user = owner ? { uid: owner.uid, gid: owner.gid } : unprivilegedUser();
  if (user && user.uid !== 0 && works({ user, wrap: [] }, "ls", ["-d", `${dataDir}/.`])) return { user, wrap: [] };
  // A folder that only root can enter, or a cluster made by root in a namespace.
  if ((!owner || owner.uid === 0) && works(asNobody, "true", [])) return asNobody;
  throw new DatabaseProblem(
    `PostgreSQL does not run as root, and no other user can use ${dataDir}. ` +
      "Start Leeway as another user, set DATA_DIR to a folder others can enter, or set DATABASE_URL to a PostgreSQL server.",
  );
}
