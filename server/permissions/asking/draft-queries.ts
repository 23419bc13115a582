import { eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { people, permissionDrafts } from "@/db/schema";
import { refuse } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { nextVersion, refuseConflict } from "@/server/versions/queries";

const empty = {
  fromOn: null,
  endsOn: null,
  boardId: null,
  renewsId: null,
  whyLonger: null,
  weighedAt: null,
  version: 0,
  editedBy: "",
  editedAt: "",
};

/** The draft of the next request; version 0 when there is none. */
export async function findDraft(db: Db, experimentId: string) {
  const [draft] = await db
    .select({
      fromOn: permissionDrafts.fromOn,
      endsOn: permissionDrafts.endsOn,
      boardId: permissionDrafts.boardId,
      renewsId: permissionDrafts.renewsId,
      whyLonger: permissionDrafts.whyLonger,
      weighedAt: permissionDrafts.weighedAt,
      version: permissionDrafts.version,
      editedBy: people.name,
      editedAt: permissionDrafts.editedAt,
    })
    .from(permissionDrafts)
    .innerJoin(people, eq(people.id, permissionDrafts.editedBy))
    .where(eq(permissionDrafts.experimentId, experimentId));
  return draft ?? empty;
}

type Changes = Partial<
  Pick<typeof permissionDrafts.$inferInsert, "fromOn" | "endsOn" | "boardId" | "renewsId" | "whyLonger">
>;

/**
 * Saves changes to the draft.
 * @throws Conflict with both versions, if somebody saved it since it was read
 */
export async function saveDraft(
  tx: Transaction,
  { id: experimentId, systemId }: ExperimentInReach,
  personId: string,
  { version, ...changes }: Changes & { version: number },
) {
  const now = await findDraft(tx, experimentId);
  if (now.version === 0 && version > 0) {
    refuse(
      "This was sent while you were writing, so there is no draft any more. See on the permission page who was asked.",
    );
  }
  const where = eq(permissionDrafts.experimentId, experimentId);
  if (now.version > 0) await refuseConflict(tx, permissionDrafts, { where, version }, () => now);
  const set = { ...changes, ...nextVersion(version, personId) };
  await tx
    .insert(permissionDrafts)
    .values({ ...set, experimentId, systemId })
    .onConflictDoUpdate({ target: permissionDrafts.experimentId, set });
}

/** Marks the notice about a high score as read for this draft. */
export async function markWeighed(tx: Transaction, experiment: ExperimentInReach, personId: string) {
  const weighedAt = sql`leeway_now()`;
  await tx
    .insert(permissionDrafts)
    .values({ experimentId: experiment.id, systemId: experiment.systemId, editedBy: personId, weighedAt })
    .onConflictDoUpdate({ target: permissionDrafts.experimentId, set: { weighedAt } });
}

export async function deleteDraft(tx: Transaction, experimentId: string) {
  await tx.delete(permissionDrafts).where(eq(permissionDrafts.experimentId, experimentId));
}
