import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { permissionDrafts } from "@/db/schema";
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

const draftRow = z.strictObject({
  ...columnsOf(permissionDrafts, ["fromOn", "endsOn", "boardId", "renewsId", "whyLonger", "weighedAt"]),
  ...columnsOf(permissionDrafts, ["version", "editedAt"]),
  editedBy: z.string(),
});

/** The draft of the next request; version 0 when there is none. */
export async function findDraft(db: Db, experimentId: string) {
  const draft = await read(db, draftRow).row(sql`
    select d.from_on::text as "fromOn", d.ends_on::text as "endsOn", d.board_id as "boardId", d.renews_id as "renewsId",
      d.why_longer as "whyLonger", d.weighed_at::text as "weighedAt", d.version, p.name as "editedBy",
      d.edited_at::text as "editedAt"
    from permission_drafts d join people p on p.id = d.edited_by where d.experiment_id = ${experimentId}::uuid`);
  return draft ?? empty;
}

const preparedRow = z.strictObject({ measures: z.number(), halfWritten: z.number() });

/** How many measures the experiment has, and how many risks that are only half written. */
export async function countPrepared(db: Db, experimentId: string) {
  const counts = await read(db, preparedRow).row(sql`
    select (select count(*)::int from experiment_measures where experiment_id = ${experimentId}::uuid) as measures,
      (select count(*)::int from risk_drafts where experiment_id = ${experimentId}::uuid) as "halfWritten"`);
  return counts ?? { measures: 0, halfWritten: 0 };
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
