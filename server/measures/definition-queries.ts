import { and, asc, eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { experimentMeasures, measureContributors, measures } from "@/db/schema";
import { idRow } from "@/db/shapes";
import type { MeasureRole } from "@/db/vocabulary";
import { NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { DefineMeasureInput } from "@/server/measures/input";
import { findMeasure } from "@/server/measures/queries";

/** Every measure of a system, ordered by name. */
export async function listChoices(db: Db, systemId: string) {
  return db
    .select({ id: measures.id, name: measures.name, unit: measures.unit })
    .from(measures)
    .where(eq(measures.systemId, systemId))
    .orderBy(asc(measures.name));
}

/** Defines a measure for a system. Its contributors must serve there today. @throws {Refusal} */
export async function defineMeasure(tx: Transaction, personId: string, systemId: string, input: DefineMeasureInput) {
  const { contributors, ...definition } = input;
  const { rows: namesakes } = await tx.execute(sql`
    select 1 from measures where system_id = ${systemId}::uuid and lower(name) = lower(${definition.name.trim()})`);
  if (namesakes.length > 0) {
    throw new Refusal([], { name: "There is a measure of this name already. Use that one, or choose another name" });
  }
  const serving = await read(tx, idRow).rows(sql`
    select organisation_id as id from system_organisations
    where system_id = ${systemId}::uuid and organisation_id = any (${sql.param(contributors)}::uuid[])
      and is_current(from_on, ends_on)`);
  if (serving.length !== contributors.length) {
    throw new Refusal([], { contributors: "Choose organisations that serve in this system today" });
  }
  const [measure] = await tx
    .insert(measures)
    .values({ ...definition, name: definition.name.trim(), systemId, definedBy: personId })
    .returning({ id: measures.id });
  if (!measure) throw new NotFound();
  await tx
    .insert(measureContributors)
    .values(contributors.map((organisationId) => ({ systemId, measureId: measure.id, organisationId })));
  return measure.id;
}

/** Adds a measure of the same system to an experiment, or changes its role there. @returns its name */
export async function chooseMeasure(
  tx: Transaction,
  { id: experimentId, systemId }: ExperimentInReach,
  { measureId, role }: { measureId: string; role: MeasureRole },
) {
  const [measure] = await tx
    .select({ name: measures.name })
    .from(measures)
    .where(and(eq(measures.id, measureId), eq(measures.systemId, systemId)));
  if (!measure) throw new NotFound();
  await tx
    .insert(experimentMeasures)
    .values({ systemId, experimentId, measureId, role })
    .onConflictDoUpdate({ target: [experimentMeasures.experimentId, experimentMeasures.measureId], set: { role } });
  return measure.name;
}

/** Removes a measure from an experiment. The results stay with the measure, which belongs to the system. @returns its name */
export async function takeOffMeasure(tx: Transaction, experiment: ExperimentInReach, measureId: string) {
  const { rows: agreed } = await tx.execute(sql`
    select 1 from expected_dips where experiment_id = ${experiment.id}::uuid and measure_id = ${measureId}::uuid
      and removed_at is null
    union all select 1 from stop_rules where experiment_id = ${experiment.id}::uuid
      and measure_id = ${measureId}::uuid and removed_at is null`);
  if (agreed.length > 0) {
    throw new Refusal(["A dip or a stop rule stands on this measure. Take that off first."]);
  }
  const [taken] = await tx
    .delete(experimentMeasures)
    .where(and(eq(experimentMeasures.experimentId, experiment.id), eq(experimentMeasures.measureId, measureId)))
    .returning({ measureId: experimentMeasures.measureId });
  if (!taken) throw new NotFound();
  return (await findMeasure(tx, measureId)).name;
}
