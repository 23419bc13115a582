import pg from "pg";
import { seedDemoWorld } from "@/server/demo/demo";
import { demoId } from "@/server/demo/ids";
import { copiedId, places, readColumns } from "./load-world/columns";
import { copyJournal } from "./load-world/copy-journal";
import { copyRows } from "./load-world/copy-rows";
import { insertMeasures, insertResults, linkMeasures, type Series } from "./load-world/results";

export type WorldSize = Series & { experiments: number };

const systemId = demoId("system/quillshire");

/**
 * Fills a new database with the demo world, with copies of one system's experiments in the same system until there are so
 * many, and with measures of long series. Copies are made by SQL, with triggers and foreign keys off; what triggers keep is
 * copied or summed. `npm run facts -- verify` finds no difference afterwards.
 */
export async function fillLoadWorld(databaseUrl: string, { experiments, ...series }: WorldSize): Promise<void> {
  if ((await seedDemoWorld(databaseUrl)) !== "seeded") throw new Error("The load world goes only into a new database.");
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica; set local work_mem = '256MB'");
    const tables = await readColumns(client);
    const { rows } = await client.query<{ all: number; of: number }>(
      "select count(*)::int as all, (count(*) filter (where system_id = $1))::int as of from experiments",
      [systemId],
    );
    const [{ all, of } = { all: 0, of: 1 }] = rows;
    const copies = Math.max(0, Math.round((experiments - all) / of));
    await copyRows(client, tables, "place", { systemId, copies: places });
    await insertMeasures(client, { systemId, copies }, series);
    await copyRows(client, tables, "experiment", { systemId, copies });
    await linkMeasures(client, systemId, copiedId);
    await copyJournal(client, { systemId, copies });
    await insertResults(client, systemId, series);
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
