import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { installationOf } from "@/db/installation";
import { installation } from "@/db/schema";
import { calendarFor } from "@/server/demo/calendar";
import { insertSystem } from "@/server/demo/insert-system";
import { quillshire } from "@/server/demo/quillshire/world";
import { demoSystem } from "@/server/demo/rows/demo-system";
import { saltholm } from "@/server/demo/saltholm/world";
import { enlargeWorld } from "./load-world/enlarge-world";

/** Fills a new throwaway database with many copies of the demo world, in the same two systems. */
export async function seedLoadWorld(databaseUrl: string, times: number): Promise<void> {
  const db = connect(databaseUrl, { connections: 1 });
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`);
      if ((await installationOf(tx)) !== "new") throw new Error("The load world goes only into a new database.");
      const { rows } = await tx.execute<{ now: string }>(sql`select now()::text as now`);
      const calendar = calendarFor(new Date(rows[0]?.now ?? Number.NaN));
      for (const world of [quillshire, saltholm])
        await insertSystem(tx, demoSystem(enlargeWorld(world, times), calendar));
      await tx.insert(installation).values({ demoWorld: true });
    });
    await db.$client.query("analyze");
  } finally {
    await db.$client.end();
  }
}
