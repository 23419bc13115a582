import { drizzle, type NodePgDatabase, type NodePgTransaction } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { prepareReads } from "./prepared";
import * as schema from "./schema";

export type Schema = typeof schema;
type Connection = NodePgDatabase<Schema>;
// biome-ignore lint/suspicious/noExplicitAny: drizzle's type requires the relational schema, which we do not use
export type Transaction = NodePgTransaction<Schema, any>;
/** A connection or a transaction: queries accept either. */
export type Db = Connection | Transaction;

/** How long a query of a page or a call may take. Commands may take longer; imports and nightly work lift the limit. */
const REQUEST_MS = 5_000;

/** The connection pool of a database address. */
export function connect(
  databaseUrl: string,
  { connections = 20, statementTimeout = 15_000 } = {},
): Connection & { $client: Pool } {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connections,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
    // A new connection makes all its plans anew, which takes longer than what it is asked
    idleTimeoutMillis: 10 * 60_000,
    maxLifetimeSeconds: 60 * 60,
    application_name: "leeway",
    // A plan made once serves any values: our reads go by keys, and planning a list of one anew took 18 ms of a read's 20
    // jit, on in a server as installed, compiles for seconds what runs in milliseconds
    options: "-c plan_cache_mode=force_generic_plan -c jit=off",
  });
  pool.on("connect", prepareReads);
  pool.on("error", () => {
    // An idle connection was cut, for example by a restart: the pool drops it and opens another when needed
  });
  pool.on("connect", (client) =>
    client.on("error", () => {
      // Cut between two queries of a transaction: the next one fails. Without this the process would end
    }),
  );
  return drizzle(pool, { schema, casing: "snake_case" });
}

type DevelopmentGlobal = { leewayDb?: ReturnType<typeof connect> };

/** This process's connection pool, opened on first use because the build imports every page without a database. */
export function db(): ReturnType<typeof connect> {
  const global = globalThis as DevelopmentGlobal;
  if (!global.leewayDb) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set. Start Leeway with npm start, which sets it.");
    const connections = Number(process.env.LEEWAY_CONNECTIONS) || undefined;
    global.leewayDb = connect(url, { connections, statementTimeout: REQUEST_MS });
  }
  return global.leewayDb;
}
