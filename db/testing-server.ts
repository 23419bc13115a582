import pg from "pg";
import type { TestProject } from "vitest/node";
import { z } from "zod";
import { makeThrowaway, removeThrowaway, tidyThrowaways } from "./embedded/throwaway";
import { asRows } from "./rows";

/** Where this test run's databases are; `testing.ts` starts the server when the first test needs one. */
export type TestingPlace = { run: string; folder: string } | { run: string; serverUrl: string };

declare module "vitest" {
  interface ProvidedContext {
    testingPlace: TestingPlace;
  }
}

const prefix = "leeway-test-";

/**
 * The server for one test run's databases: an embedded one in a temporary folder, or the one in DATABASE_URL, on which the
 * run makes and drops its own databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `leeway_test_${process.pid}_`;
  const serverUrl = process.env.DATABASE_URL;
  if (serverUrl) {
    project.provide("testingPlace", { run, serverUrl });
    return () => dropDatabases(serverUrl, run);
  }
  await tidyThrowaways(prefix);
  const folder = makeThrowaway(prefix);
  project.provide("testingPlace", { run, folder });
  return () => removeThrowaway(folder);
}

const databaseRow = z.strictObject({ datname: z.string() });

async function dropDatabases(serverUrl: string, run: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  const { rows } = await client.query("select datname from pg_database where starts_with(datname, $1)", [run]);
  for (const { datname } of asRows(databaseRow, rows)) {
    await client.query(`alter database ${client.escapeIdentifier(datname)} is_template false`);
    await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
  }
  await client.end();
}
