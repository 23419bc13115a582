import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { experimentOrganisations, experiments, organisations, riskCarriers, risks } from "@/db/schema";
import { lastChangeRow } from "@/db/shapes";
import { Conflict, NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { pickWithNulls } from "@/server/pick";
import { riskFieldNames } from "@/server/risks/fields";
import { type EditRiskInput, type RecordRiskInput, riskToEdit } from "@/server/risks/input";

/** The risks of an experiment, highest score first. */
export async function listRisks(db: Db, experimentId: string) {
  const found = await db
    .select()
    .from(risks)
    .where(and(eq(risks.experimentId, experimentId), isNull(risks.removedAt)))
    .orderBy(desc(sql`${risks.consequence} * ${risks.likelihood}`), asc(risks.recordedAt));
  const carriers = await listRiskCarriers(
    db,
    found.map((risk) => risk.id),
  );
  return found.map((risk) => ({ ...risk, carriedBy: carriers.filter((carrier) => carrier.riskId === risk.id) }));
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

/** Refuses carriers that do not take part: a risk is carried by those who try. */
async function carryBy(tx: Transaction, experiment: ExperimentInReach, riskId: string, organisationIds: string[]) {
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
  await carryBy(tx, experiment, recorded.id, carriedBy);
  return recorded;
}

const isThis = (experiment: ExperimentInReach, riskId: string) =>
  and(eq(risks.id, riskId), eq(risks.experimentId, experiment.id), isNull(risks.removedAt));

/** Writes a risk anew, if nobody did since it was read; else both versions go back. */
export async function editRisk(tx: Transaction, experiment: ExperimentInReach, input: EditRiskInput) {
  const { carriedBy, riskId, version } = input;
  const edited = await tx
    .update(risks)
    .set({ ...pickWithNulls(input, riskFieldNames), version: version + 1 })
    .where(and(isThis(experiment, riskId), eq(risks.version, version)))
    .returning({ id: risks.id });
  if (edited.length === 0) throw await conflictWith(tx, experiment, riskId);
  await carryBy(tx, experiment, riskId, carriedBy);
}

async function conflictWith(tx: Transaction, experiment: ExperimentInReach, riskId: string) {
  const now = (await listRisks(tx, experiment.id)).find((risk) => risk.id === riskId);
  if (!now) return new NotFound();
  const { version, riskId: _, ...theirs } = riskToEdit(now);
  const last = await read(tx, lastChangeRow).row(sql`
    select p.name as by, j.at::text as at from journal j join people p on p.id = j.person_id
    where j.experiment_id = ${experiment.id}::uuid and j.details @> '{"wrote": true}' order by j.sequence desc limit 1`);
  return new Conflict(version, theirs, last?.by ?? "Someone", last?.at ?? "");
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
