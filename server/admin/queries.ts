import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { administrators, people, systems } from "@/db/schema";
import type { Administrator } from "@/server/policy";

/** What a person administers, or null. */
export async function findAdministrator(db: Db, personId: string): Promise<Administrator | null> {
  const rows = await db
    .select({ systemId: administrators.systemId })
    .from(administrators)
    .innerJoin(people, and(eq(people.id, administrators.personId), sql`${people.suspendedAt} is null`))
    .where(eq(administrators.personId, personId));
  if (rows.length === 0) return null;
  return {
    systemIds: rows.flatMap(({ systemId }) => systemId ?? []),
    wholeInstallation: rows.some(({ systemId }) => systemId === null),
  };
}

/** A system by its id, or null; with `lock`, one change at a time. */
export async function findSystem(db: Db, systemId: string, { lock }: { lock: boolean }) {
  const query = db.select().from(systems).where(eq(systems.id, systemId));
  const [system] = await (lock ? query.for("no key update") : query);
  return system ?? null;
}
