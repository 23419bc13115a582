import { isNull } from "drizzle-orm";
import type { Db } from "./client";
import { administrators, installation } from "./schema";

/** What a database is: new, an installation people work in, or the demo world, whose people anybody may sign in as. */
export type Installation = "new" | "real" | "demo";

export async function installationOf(db: Db): Promise<Installation> {
  const [row] = await db.select({ demoWorld: installation.demoWorld }).from(installation);
  if (!row) return "new";
  return row.demoWorld ? "demo" : "real";
}

/** Marks the database as real: the demo world is never filled into it. */
export async function markReal(db: Db): Promise<void> {
  await db.insert(installation).values({ demoWorld: false }).onConflictDoNothing();
}

/** Whether anybody may set up systems and invite people. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const found = await db.select().from(administrators).where(isNull(administrators.systemId)).limit(1);
  return found.length > 0;
}
