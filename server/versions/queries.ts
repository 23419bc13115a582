import { eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema";
import { Conflict, NotFound } from "@/server/errors";

/** A table whose rows several people may edit at once: each edit names the version it is based on. */
type VersionedTable = PgTable & {
  version: AnyPgColumn<{ data: number; notNull: true }>;
  editedBy: AnyPgColumn;
  editedAt: AnyPgColumn<{ data: string }>;
};

/**
 * Optimistic locking: refuses an edit if the row was saved since it was read. The procedure's lock on the experiment or
 * measure keeps others from writing between this check and the update.
 * @param theirs - the stored row, as its form would send it
 * @throws Conflict
 */
export async function refuseConflict(
  tx: Transaction,
  table: VersionedTable,
  { where, version }: { where: SQL | undefined; version: number },
  theirs: () => Promise<Record<string, unknown>> | Record<string, unknown>,
): Promise<void> {
  const [stored] = await tx
    .select({ version: table.version, by: people.name, at: table.editedAt })
    .from(table as PgTable)
    .leftJoin(people, eq(people.id, table.editedBy))
    .where(where);
  if (!stored) throw new NotFound();
  if (stored.version !== version) {
    throw new Conflict(stored.version, await theirs(), stored.by ?? "Someone", stored.at ?? "");
  }
}

/** Version columns for an update: the next version, who and when. */
export const nextVersion = (version: number, personId: string) => ({
  version: version + 1,
  editedBy: personId,
  editedAt: sql`leeway_now()`,
});
