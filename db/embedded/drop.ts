import { resolve } from "node:path";
import { databaseName, prepareServer } from "./open";
import { codeOf, DatabaseProblem } from "./problem";
import { stop } from "./server";
import { connectOrStart, databaseUrl, isLastUser, socketFolderOf } from "./server-use";

/**
 * Removes the database in a data folder, so that the next start makes it anew; everything else in the folder stays.
 * @param mayDrop - is given the database's address while nobody else can use it, and throws to keep the database
 * @throws {DatabaseProblem} when somebody uses it
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
      await stop(server); // whoever wanted to use it meanwhile has waited, and starts it again
    }
  } catch (error) {
    throw codeOf(error) === "55006" ? inUse(dataDir) : error; // a connection that outlived its Leeway
  } finally {
    await client.end().catch(() => {});
  }
}

function inUse(dataDir: string): DatabaseProblem {
  return new DatabaseProblem(`Leeway is running on the database in ${dataDir}. Stop it first, and try again.`);
}
