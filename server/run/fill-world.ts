import { connect } from "@/db/client";
import { installationOf, markReal } from "@/db/installation";
import { seedDemoWorld } from "@/server/demo/demo";
import type { Settings } from "./settings";
import { worldFor } from "./world";

const oneAtATime = 7_266_012;

/** Fills a new database with the demo world or marks it as real, once if several start. @returns which it is */
export async function fillWorld(databaseUrl: string, settings: Settings): Promise<"real" | "demo"> {
  const db = connect(databaseUrl, { connections: 1 });
  try {
    await db.$client.query("set statement_timeout = 0");
    await db.$client.query("select pg_advisory_lock($1)", [oneAtATime]);
    const todo = worldFor(await installationOf(db), settings);
    if (todo === "fill") {
      console.log("Filling the demo world …");
      await seedDemoWorld(databaseUrl);
    }
    if (todo === "leave empty") await markReal(db);
    return (await installationOf(db)) === "demo" ? "demo" : "real";
  } finally {
    await db.$client.end();
  }
}
