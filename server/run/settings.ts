import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { CannotStart } from "./cannot-start";

/** The settings of the environment. */
export type Settings = {
  port: number;
  host: string;
  /** The public URL, without a path. */
  address: string;
  dataDir: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  databaseUrl: string | undefined;
  /** DEMO: the demo world is wanted (1), unwanted (0), or unset. */
  demo: boolean | undefined;
  /** The web server's processes. */
  workers: number;
};

export function readSettings(env: Record<string, string | undefined>, cores = availableParallelism()): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CannotStart(`PORT is "${env.PORT}", which is not a port. Give a number from 1 to 65535.`);
  }
  const host = env.HOST || "127.0.0.1";
  return {
    port,
    host,
    address: readAddress(env.NEXTAUTH_URL || `http://${reachableName(host)}:${port}`),
    dataDir: resolve(env.DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || undefined,
    demo: env.DEMO ? env.DEMO !== "0" : undefined,
    workers: readWorkers(env.WORKERS || (env.DATABASE_URL ? Math.min(cores, 4) : 1)),
  };
}

function readWorkers(given: string | number): number {
  const workers = Number(given);
  if (Number.isInteger(workers) && workers >= 1 && workers <= 64) return workers;
  throw new CannotStart(
    `WORKERS is "${given}", which is no number of processes. Give one from 1 to 64, or leave it out: a process for each core up to 4 with a DATABASE_URL, else 1.`,
  );
}

function readAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:\/\//.test(text)) {
    throw new CannotStart(
      `NEXTAUTH_URL is "${text}", which is not an address. Give one such as https://leeway.example.org.`,
    );
  }
  return text.replace(/\/+$/, "");
}

/** The host name for a browser on this machine, when the server listens on `host`. */
function reachableName(host: string): string {
  if (isLoopback(host) || isEverywhere(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function isEverywhere(host: string): boolean {
  return ["0.0.0.0", "::", "[::]"].includes(host);
}

/** Whether a host is a loopback address. */
export function isLoopback(host: string): boolean {
  return ["localhost", "::1", "[::1]"].includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Whether only this machine can reach Leeway, by its listening address and its public address, which may be a proxy's. */
export function isPrivate(settings: Settings): boolean {
  return isLoopback(settings.host) && isLoopback(new URL(settings.address).hostname);
}

/** Reads .env.local and .env before Next does, because settings are needed earlier; the environment wins. */
export function readEnvFiles(): void {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
}
