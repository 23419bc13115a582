import { and, asc, eq } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { people, riskDrafts } from "@/db/schema";
import { NotFound } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { RiskAnswers } from "@/server/risks/draft";
import { fieldsOf } from "@/server/risks/fields";
import { nextVersion, refuseConflict } from "@/server/versions/queries";

const columns = {
  id: riskDrafts.id,
  ...fieldsOf(riskDrafts),
  carriedBy: riskDrafts.carriedBy,
  version: riskDrafts.version,
  editedBy: people.name,
  editedAt: riskDrafts.editedAt,
};

/** Unfinished risks, oldest first. */
export async function listRiskDrafts(db: Db, experimentId: string) {
  return db
    .select(columns)
    .from(riskDrafts)
    .innerJoin(people, eq(people.id, riskDrafts.editedBy))
    .where(eq(riskDrafts.experimentId, experimentId))
    .orderBy(asc(riskDrafts.id));
}

export async function findRiskDraft(db: Db, experimentId: string, draftId: string) {
  const draft = (await listRiskDrafts(db, experimentId)).find(({ id }) => id === draftId);
  if (!draft) throw new NotFound();
  return draft;
}

export async function beginRiskDraft(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  answers: RiskAnswers & { harm: string },
) {
  const { id: experimentId, systemId } = experiment;
  const [draft] = await tx
    .insert(riskDrafts)
    .values({ ...answers, experimentId, systemId, editedBy: personId })
    .returning({ id: riskDrafts.id });
  if (!draft) throw new NotFound();
  return draft;
}

const isThis = (experiment: ExperimentInReach, draftId: string) =>
  and(eq(riskDrafts.id, draftId), eq(riskDrafts.experimentId, experiment.id));

type Answered = { draftId: string; version: number; answers: RiskAnswers };

/**
 * Saves the answers to one question.
 * @throws Conflict with both versions, if somebody saved the draft since it was read
 */
export async function answerRiskDraft(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  { draftId, version, answers }: Answered,
) {
  const where = isThis(experiment, draftId);
  await refuseConflict(tx, riskDrafts, { where, version }, () => findRiskDraft(tx, experiment.id, draftId));
  await tx
    .update(riskDrafts)
    .set({ ...answers, ...nextVersion(version, personId) })
    .where(where);
  return findRiskDraft(tx, experiment.id, draftId);
}

export async function dropRiskDraft(tx: Transaction, experiment: ExperimentInReach, draftId: string) {
  const [dropped] = await tx.delete(riskDrafts).where(isThis(experiment, draftId)).returning({ harm: riskDrafts.harm });
  if (!dropped) throw new NotFound();
  return dropped;
}
