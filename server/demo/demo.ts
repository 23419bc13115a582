import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { installationOf } from "@/db/installation";
import { read } from "@/db/rows";
import { installation } from "@/db/schema";
import { nowRow } from "@/db/shapes";
import { calendarFor } from "./calendar";
import { insertSystem } from "./insert-system";
import { quillshire } from "./quillshire/world";
import { demoSystem } from "./rows/demo-system";
import { saltholm } from "./saltholm/world";

const lockId = 7_266_013;

/** Fills a new database with two invented systems, with dates moved to this week. Does nothing if already filled. */
export async function seedDemoWorld(databaseUrl: string): Promise<"seeded" | "already there"> {
  const db = connect(databaseUrl, { connections: 1 });
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${lockId})`);
      const installed = await installationOf(tx);
      if (installed === "demo") return "already there";
      if (installed === "real") throw new Error("People work in this database, so the demo world does not go into it.");
      // Today by the database clock, as everywhere
      const row = await read(tx, nowRow).row(sql`select leeway_now()::text as now`);
      const calendar = calendarFor(new Date(row?.now ?? Number.NaN));
      for (const world of [quillshire, saltholm]) await insertSystem(tx, demoSystem(world, calendar));
      await tx.insert(installation).values({ demoWorld: true });
      return "seeded";
    });
  } finally {
    await db.$client.end();
  }
}
