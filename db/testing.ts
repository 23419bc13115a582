import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { connect } from "./client";
import { openEmbedded } from "./embedded/open";
import { migrate } from "./migrate";

export type FreshDatabase = {
  url: string;
  db: ReturnType<typeof connect>;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
};

const templateLock = 7_266_011;
const place = inject("testingPlace");
let server: Promise<string> | undefined;

/** A migrated, empty database for one test file: a copy of the run's template. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return newDatabase(`${place.run}template`);
}

/** A database without tables, for tests of the migrations. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return newDatabase("template0");
}

async function newDatabase(template: string): Promise<FreshDatabase> {
  server ??= startServer();
  const serverUrl = await server;
  const name = `${place.run}${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
  const url = addressOf(serverUrl, name);
  const db = connect(url, { connections: 5 });
  const drop = async () => {
    await db.$client.end();
    await onServer(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
  };
  return { url, db, drop };
}

/** The address of another database on the same server. */
function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Starts or finds the run's server and makes the template in it. Only test files that need a database wait for it. */
async function startServer(): Promise<string> {
  if ("serverUrl" in place) {
    await onServer(place.serverUrl, (client) => makeTemplate(client, place.serverUrl));
    return place.serverUrl;
  }
  const settings = { max_connections: "200" };
  const embedded = await openEmbedded(place.folder, { throwaway: true, keepRunning: true, settings });
  await onServer(embedded.url, (client) => makeTemplate(client, embedded.url));
  await embedded.release();
  return embedded.url;
}

async function makeTemplate(client: pg.Client, serverUrl: string): Promise<void> {
  const template = `${place.run}template`;
  await client.query("select pg_advisory_lock($1)", [templateLock]);
  const ready = await client.query("select 1 from pg_database where datname = $1 and datistemplate", [template]);
  if (ready.rowCount) return; // the lock ends with the connection
  await client.query(`drop database if exists ${template}`);
  await client.query(`create database ${template}`);
  await migrate(addressOf(serverUrl, template));
  await client.query(`alter database ${template} is_template true`);
}
