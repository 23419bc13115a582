import { isNull } from "drizzle-orm";
import type { Db } from "./client";
import { administrators, installation } from "./schema";

/** The kind of a database: new, an installation people work in, or the demo world, where anybody may sign in as its people. */
export type Installation = "new" | "real" | "demo";

export async function installationOf(db: Db): Promise<Installation> {
  const [row] = await db.select({ demoWorld: installation.demoWorld }).from(installation);
  if (!row) return "new";
  return row.demoWorld ? "demo" : "real";
}

/** Marks the database as real, so that the demo world is never added to it. */
export async function markReal(db: Db): Promise<void> {
  await db.insert(installation).values({ demoWorld: false }).onConflictDoNothing();
}

/** Whether there is an administrator of the whole installation. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const rows = await db.select().from(administrators).where(isNull(administrators.systemId)).limit(1);
  return rows.length > 0;
}
