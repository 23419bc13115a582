import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { conclusions, experimentOrganisations, experiments, experimentTurns, teamMembers } from "@/db/schema";
import { idRow } from "@/db/shapes";
import { NotFound, Refusal, refuse } from "@/server/errors";
import type { ConcludeInput, EditInput, RegisterInput } from "@/server/experiments/input";
import { type ExperimentInReach, findStory } from "@/server/experiments/queries";
import { shortName } from "@/server/experiments/short-name";
import { saveTermsEdit } from "@/server/permissions/terms/refresh-queries";
import { pickWithNulls } from "@/server/pick";
import { nextVersion, refuseConflict } from "@/server/versions/queries";

/**
 * Replaces the organisations taking part.
 * @throws {Refusal} for those that do not serve in this system today
 */
async function setTakingPart(tx: Transaction, experiment: { id: string; systemId: string }, organisationIds: string[]) {
  const rows = await read(tx, idRow).rows(sql`
    select organisation_id as id from system_organisations
    where system_id = ${experiment.systemId}::uuid and organisation_id = any (${sql.param(organisationIds)}::uuid[])
      and is_current(from_on, ends_on)`);
  if (rows.length !== new Set(organisationIds).size) {
    throw new Refusal([], { takingPart: "Choose organisations that serve in this system today" });
  }
  const { id: experimentId, systemId } = experiment;
  await tx.delete(experimentOrganisations).where(eq(experimentOrganisations.experimentId, experimentId));
  await tx
    .insert(experimentOrganisations)
    .values(rows.map(({ id: organisationId }) => ({ systemId, experimentId, organisationId })));
}

export async function registerExperiment(tx: Transaction, personId: string, systemId: string, input: RegisterInput) {
  const { takingPart = [], title = shortName(input.changeIdea), ...fields } = input;
  const [experiment] = await tx
    .insert(experiments)
    .values({ ...fields, title, systemId, registeredBy: personId })
    .returning({ id: experiments.id, title: experiments.title });
  if (!experiment) throw new NotFound();
  await setTakingPart(tx, { id: experiment.id, systemId }, [input.leadOrganisationId, ...takingPart]);
  await tx.insert(teamMembers).values({ systemId, experimentId: experiment.id, personId, leads: true });
  await saveTermsEdit(tx, { id: experiment.id, systemId }, "words", personId);
  return experiment;
}

/** Saves the experiment's texts. @throws {Conflict} with the stored version, when they were changed since they were read */
export async function editExperiment(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  input: EditInput,
) {
  const { version, takingPart, ...fields } = input;
  const where = eq(experiments.id, experiment.id);
  await refuseConflict(tx, experiments, { where, version }, () => findFormValues(tx, experiment.id));
  const [edited] = await tx
    .update(experiments)
    .set({
      ...fields,
      ...pickWithNulls(fields, ["aim", "prediction", "predictionBecause"]),
      ...nextVersion(version, personId),
    })
    .where(where)
    .returning({ leadOrganisationId: experiments.leadOrganisationId });
  if (!edited) throw new NotFound();
  const organisationIds = [edited.leadOrganisationId, ...takingPart];
  if (experiment.carrierIds.some((carrier) => !organisationIds.includes(carrier))) {
    throw new Refusal([], {
      takingPart: "An organisation that carries a risk or a dip takes part. Change the risk first",
    });
  }
  await setTakingPart(tx, experiment, organisationIds);
}

/** An experiment's stored texts as their form sends them. */
async function findFormValues(tx: Transaction, experimentId: string) {
  const { takingPart, ...story } = await findStory(tx, experimentId);
  const { title, problem, changeIdea, place, aim, prediction, predictionBecause, startsAt, showsAt } = story;
  const values = { title, problem, changeIdea, place, aim, prediction, predictionBecause, startsAt, showsAt };
  return { ...values, takingPart: takingPart.map(({ id }) => id) };
}

export async function shareExperiment(tx: Transaction, experimentId: string) {
  await tx.update(experiments).set({ sharedAt: sql`leeway_now()` }).where(eq(experiments.id, experimentId));
}

export type NewTurn = Pick<typeof experimentTurns.$inferInsert, "turn" | "reason" | "pauseReason">;

export async function recordTurn(tx: Transaction, experiment: ExperimentInReach, personId: string, turn: NewTurn) {
  await tx.insert(experimentTurns).values({
    ...turn,
    systemId: experiment.systemId,
    experimentId: experiment.id,
    takenBy: personId,
    takenAt: sql`leeway_now()`,
  });
}

export async function concludeExperiment(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  input: ConcludeInput,
) {
  const { id: experimentId, systemId } = experiment;
  const before = await tx
    .select({ id: conclusions.id })
    .from(conclusions)
    .where(eq(conclusions.experimentId, experimentId));
  if (before.length > 0) refuse("It has been concluded already. What comes next is a new experiment.");
  await tx.insert(conclusions).values({ ...input, systemId, experimentId, concludedBy: personId });
}
