import { resolve } from "node:path";
import { databaseName, prepareServer } from "./open";
import { codeOf, DatabaseProblem } from "./problem";
import { stop } from "./server";
import { connectOrStart, databaseUrl, isLastUser, socketFolderOf } from "./server-use";

/**
 * Removes the database in a data folder, so that the next start makes a new one. Everything else in the folder stays.
 * @param mayDrop - called with the database's address while nobody else can use it; throws to prevent the removal
 * @throws {DatabaseProblem} when another process uses the database
 */
export async function dropDatabase(dataDir: string, mayDrop: (url: string) => Promise<void>): Promise<void> {
  const server = await prepareServer(resolve(dataDir));
  const { client } = await connectOrStart(server);
  try {
    if (!(await isLastUser(client))) throw inUse(dataDir);
    try {
      const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
      if (!rowCount) return;
      await mayDrop(databaseUrl(socketFolderOf(server), databaseName));
      await client.query(`drop database ${client.escapeIdentifier(databaseName)}`);
    } finally {
      await stop(server); // a process that wanted it meanwhile has waited, and starts the server again
    }
  } catch (error) {
    throw codeOf(error) === "55006" ? inUse(dataDir) : error; // a connection that outlived its Leeway process
  } finally {
    await client.end().catch(() => {});
  }
}

function inUse(dataDir: string): DatabaseProblem {
  return new DatabaseProblem(`Leeway is running on the database in ${dataDir}. Stop it first, and try again.`);
}
