import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { experimentOrganisations, experiments, organisations, riskCarriers, risks } from "@/db/schema";
import { NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { pickWithNulls } from "@/server/pick";
import { riskFieldNames } from "@/server/risks/fields";
import { type EditRiskInput, type RecordRiskInput, riskToEdit } from "@/server/risks/input";
import { nextVersion, refuseConflict } from "@/server/versions/queries";

/** The risks of an experiment, highest score first. */
export async function listRisks(db: Db, experimentId: string) {
  const rows = await db
    .select()
    .from(risks)
    .where(and(eq(risks.experimentId, experimentId), isNull(risks.removedAt)))
    .orderBy(desc(sql`${risks.consequence} * ${risks.likelihood}`), asc(risks.recordedAt));
  const carriers = await listRiskCarriers(
    db,
    rows.map((risk) => risk.id),
  );
  return rows.map((risk) => ({ ...risk, carriedBy: carriers.filter((carrier) => carrier.riskId === risk.id) }));
}

async function listRiskCarriers(db: Db, riskIds: string[]) {
  if (riskIds.length === 0) return [];
  return db
    .select({ riskId: riskCarriers.riskId, id: organisations.id, name: organisations.name })
    .from(riskCarriers)
    .innerJoin(organisations, eq(organisations.id, riskCarriers.organisationId))
    .where(inArray(riskCarriers.riskId, riskIds))
    .orderBy(asc(organisations.name));
}

/**
 * Replaces the carriers of a risk.
 * @throws Refusal for organisations that do not take part in the experiment
 */
async function setCarriers(tx: Transaction, experiment: ExperimentInReach, riskId: string, organisationIds: string[]) {
  const { id: experimentId, systemId } = experiment;
  const takingPart = await tx
    .select({ id: experimentOrganisations.organisationId })
    .from(experimentOrganisations)
    .where(
      and(
        eq(experimentOrganisations.experimentId, experimentId),
        inArray(experimentOrganisations.organisationId, organisationIds),
      ),
    );
  if (takingPart.length !== new Set(organisationIds).size) {
    throw new Refusal([], { carriedBy: "Choose organisations that take part in the experiment. Add them to it first" });
  }
  await tx.delete(riskCarriers).where(eq(riskCarriers.riskId, riskId));
  await tx.insert(riskCarriers).values(takingPart.map(({ id }) => ({ systemId, riskId, organisationId: id })));
}

export async function recordRisk(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  input: RecordRiskInput,
) {
  const { carriedBy } = input;
  const risk = pickWithNulls(input, riskFieldNames);
  const [recorded] = await tx
    .insert(risks)
    .values({ ...risk, systemId: experiment.systemId, experimentId: experiment.id, recordedBy: personId })
    .returning({ id: risks.id });
  if (!recorded) throw new NotFound();
  await setCarriers(tx, experiment, recorded.id, carriedBy);
  await setNoHarmForeseen(tx, experiment, false);
  return recorded;
}

export async function setNoHarmForeseen(tx: Transaction, { id }: ExperimentInReach, noHarmForeseen: boolean) {
  await tx.update(experiments).set({ noHarmForeseen }).where(eq(experiments.id, id));
}

const isThis = (experiment: ExperimentInReach, riskId: string) =>
  and(eq(risks.id, riskId), eq(risks.experimentId, experiment.id), isNull(risks.removedAt));

/**
 * Saves changes to a risk.
 * @throws Conflict with both versions, if somebody saved it since it was read
 */
export async function editRisk(tx: Transaction, experiment: ExperimentInReach, personId: string, input: EditRiskInput) {
  const { carriedBy, riskId, version } = input;
  const where = isThis(experiment, riskId);
  await refuseConflict(tx, risks, { where, version }, () => findFormValues(tx, experiment, riskId));
  const fields = pickWithNulls(input, riskFieldNames);
  await tx
    .update(risks)
    .set({ ...fields, ...nextVersion(version, personId) })
    .where(where);
  await setCarriers(tx, experiment, riskId, carriedBy);
}

/** A stored risk as its form sends it. */
async function findFormValues(tx: Transaction, experiment: ExperimentInReach, riskId: string) {
  const risk = (await listRisks(tx, experiment.id)).find(({ id }) => id === riskId);
  if (!risk) throw new NotFound();
  const { version: _, riskId: __, ...values } = riskToEdit(risk);
  return values;
}

export async function removeRisk(tx: Transaction, experiment: ExperimentInReach, riskId: string) {
  const [removed] = await tx
    .update(risks)
    .set({ removedAt: sql`leeway_now()` })
    .where(isThis(experiment, riskId))
    .returning({ harm: risks.harm });
  if (!removed) throw new NotFound();
  return removed;
}

export async function setRiskOfNotTrying(
  tx: Transaction,
  experiment: ExperimentInReach,
  riskOfNotTrying: string | undefined,
) {
  await tx
    .update(experiments)
    .set({ riskOfNotTrying: riskOfNotTrying ?? null })
    .where(eq(experiments.id, experiment.id));
}
