import { sql } from "drizzle-orm";
import { z } from "zod";
import { connect } from "@/db/client";
import { read } from "@/db/rows";
import { CannotStart } from "./cannot-start";

/** Connections for other programs: commands, a prompt, a backup. */
const OTHERS = 5;
const MOST_EACH = 20;
const FEWEST_EACH = 4;

/** The connections that a database allows its users at once. */
export async function findConnectionsAllowed(databaseUrl: string): Promise<number> {
  const db = connect(databaseUrl, { connections: 1 });
  const allowed = z.strictObject({ allowed: z.number() });
  const asked = sql`select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as allowed`;
  const row = await read(db, allowed)
    .row(asked)
    .finally(() => db.$client.end());
  return row?.allowed ?? 0;
}

/** The connections for each process of the web server: enough are left for one more process while it replaces another. */
export function connectionsEach(allowed: number, workers: number): number {
  const each = Math.min(MOST_EACH, Math.floor((allowed - OTHERS) / (workers + 1)));
  if (each >= FEWEST_EACH) return each;
  if (workers === 1) return FEWEST_EACH;
  throw new CannotStart(
    `WORKERS is ${workers}, and the database allows ${allowed} connections at once, which is too few for so many processes. Give a smaller number, or raise the database's max_connections.`,
  );
}
