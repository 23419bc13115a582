import { and, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { administrators, people } from "@/db/schema";
import { NotFound } from "@/server/errors";

/** A system's administrators by name, without those of the whole installation. */
export async function listAdministrators(db: Db, systemId: string) {
  return db
    .select({ id: people.id, name: people.name, job: people.job })
    .from(administrators)
    .innerJoin(people, eq(people.id, administrators.personId))
    .where(eq(administrators.systemId, systemId))
    .orderBy(people.name);
}

export async function nameAdministrator(db: Db, systemId: string, personId: string): Promise<void> {
  await db.insert(administrators).values({ systemId, personId }).onConflictDoNothing();
}

/** @returns the name of the former administrator */
export async function endAdministrator(db: Db, systemId: string, personId: string): Promise<string> {
  const before = (await listAdministrators(db, systemId)).find((one) => one.id === personId);
  if (!before) throw new NotFound();
  await db
    .delete(administrators)
    .where(and(eq(administrators.systemId, systemId), eq(administrators.personId, personId)));
  return before.name;
}
