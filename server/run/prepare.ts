import { migrate } from "@/db/migrate";
import { connectionsEach, findConnectionsAllowed } from "./connections";
import { fillWorld } from "./fill-world";
import { openDatabase } from "./open-database";
import { sessionSecret } from "./secret";
import type { Settings } from "./settings";
import type { AtEnd } from "./until-stopped";

export type Prepared = {
  databaseUrl: string;
  holds: "real" | "demo";
  /** The web server's environment. */
  env: {
    DATABASE_URL: string;
    LEEWAY_CONNECTIONS: string;
    NEXTAUTH_URL: string;
    NEXTAUTH_SECRET: string;
    LEEWAY_DEMO: "0" | "1";
  };
};

/** Prepares a start: an open, migrated and filled database, and a session secret. */
export async function prepare(settings: Settings, atEnd: AtEnd): Promise<Prepared> {
  const secret = sessionSecret(settings.dataDir, process.env.NEXTAUTH_SECRET);
  const databaseUrl = await openDatabase(settings, atEnd);
  const connections = connectionsEach(await findConnectionsAllowed(databaseUrl), settings.workers);
  await migrate(databaseUrl);
  const holds = await fillWorld(databaseUrl, settings);
  const env: Prepared["env"] = {
    DATABASE_URL: databaseUrl,
    LEEWAY_CONNECTIONS: String(connections),
    NEXTAUTH_URL: settings.address,
    NEXTAUTH_SECRET: secret,
    LEEWAY_DEMO: holds === "demo" ? "1" : "0",
  };
  return { databaseUrl, holds, env };
}
