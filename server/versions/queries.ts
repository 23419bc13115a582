import { eq, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema";
import { Conflict, NotFound } from "@/server/errors";

/** A table with rows that several people may write at the same time: each says which version they read. */
type VersionedTable = PgTable & {
  version: AnyPgColumn<{ data: number; notNull: true }>;
  editedBy: AnyPgColumn;
  editedAt: AnyPgColumn<{ data: string }>;
};

/**
 * Refuses to write a row over what somebody else wrote since it was read: their words go back beside those that were sent.
 * The gate's lock on the experiment or measure keeps anybody else from writing it between this and the writing.
 * @param theirs - the row as it is kept, as its form would send it
 */
export async function refuseConflict(
  tx: Transaction,
  table: VersionedTable,
  { where, version }: { where: SQL | undefined; version: number },
  theirs: () => Promise<Record<string, unknown>> | Record<string, unknown>,
): Promise<void> {
  const [kept] = await tx
    .select({ version: table.version, by: people.name, at: table.editedAt })
    .from(table as PgTable)
    .leftJoin(people, eq(people.id, table.editedBy))
    .where(where);
  if (!kept) throw new NotFound();
  if (kept.version !== version) {
    throw new Conflict(kept.version, await theirs(), kept.by ?? "Someone", kept.at ?? "");
  }
}

/** What is written beside the words: that this is the version after the one that was read, by whom and when. */
export const nextVersion = (version: number, personId: string) => ({
  version: version + 1,
  editedBy: personId,
  editedAt: sql`leeway_now()`,
});
