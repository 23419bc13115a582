import { join } from "node:path";
import { connect } from "@/db/client";
import { dropDatabase } from "@/db/embedded/drop";
import { clusterVersion } from "@/db/embedded/folders";
import { installationOf } from "@/db/installation";
import { CannotStart } from "./cannot-start";
import type { Settings } from "./settings";

/**
 * Removes the embedded database if it holds the demo world, and keeps the session secret.
 * @returns a sentence for the user
 */
export async function removeDemoData({ dataDir, databaseUrl }: Settings): Promise<string> {
  if (databaseUrl) {
    throw new CannotStart(
      "DATABASE_URL is set, and only the embedded database's demo data can be removed. " +
        "Let DATABASE_URL name an empty database instead, or unset it.",
    );
  }
  if (clusterVersion(join(dataDir, "postgres")) === undefined) {
    return `There is no database in ${dataDir} yet: npm start makes one, with the demo world.`;
  }
  await dropDatabase(dataDir, (url) => refuseRealWork(url, dataDir));
  return `The demo data in ${dataDir} is removed. The next npm start fills the demo world anew.`;
}

async function refuseRealWork(url: string, dataDir: string): Promise<void> {
  const db = connect(url, { connections: 1 });
  try {
    const { rows } = await db.$client.query("select to_regclass('installation') as found");
    if (!rows[0]?.found || (await installationOf(db)) !== "real") return;
  } finally {
    await db.$client.end();
  }
  throw new CannotStart(
    `The database in ${dataDir} holds people's work, not the demo world, so it was left as it is. ` +
      "Set DATA_DIR to a new folder to start beside it.",
  );
}
