import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { dipCarriers, expectedDips, experimentMeasures, measures, organisations, stopRules } from "@/db/schema";
import { problemWithWindow } from "@/server/dips/dip";
import type { ExpectDipInput, SetStopRuleInput } from "@/server/dips/input";
import { NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { DAYS_ARE_OVER } from "@/server/text";

/**
 * Whether leaders agreed to a dip `x` of an experiment with the facts `f`: every carrier's leader grants permission today or
 * later. For a dip that has ended: whether the experiment was ever started.
 */
export const agreedTo = sql<boolean>`case when x.ends_on < london_today()
  then exists (select 1 from experiment_turns t where t.experiment_id = x.experiment_id and t.turn = 'started')
  else f.carriers > 0 and f.granting = f.carriers end`;

/** The expected dips of an experiment with their carriers, ordered by first day. */
export async function listDips(db: Db, experimentId: string) {
  return db
    .select({
      id: expectedDips.id,
      measureId: expectedDips.measureId,
      measure: measures.name,
      unit: measures.unit,
      decimals: measures.decimals,
      fromOn: expectedDips.fromOn,
      endsOn: expectedDips.endsOn,
      worstValue: expectedDips.worstValue,
      carriedBy: sql<string[]>`(select coalesce(json_agg(${organisations.name} order by ${organisations.name}), '[]')
        from ${dipCarriers} join ${organisations} on ${organisations.id} = ${dipCarriers.organisationId}
        where ${dipCarriers.dipId} = ${expectedDips.id})`,
      agreed: sql<boolean>`(select ${agreedTo} from experiment_facts f join expected_dips x
        on x.experiment_id = f.experiment_id where x.id = ${expectedDips.id})`,
    })
    .from(expectedDips)
    .innerJoin(measures, eq(measures.id, expectedDips.measureId))
    .where(and(eq(expectedDips.experimentId, experimentId), isNull(expectedDips.removedAt)))
    .orderBy(asc(expectedDips.fromOn));
}

export async function listStopRules(db: Db, experimentId: string) {
  return db
    .select()
    .from(stopRules)
    .where(and(eq(stopRules.experimentId, experimentId), isNull(stopRules.removedAt)))
    .orderBy(asc(stopRules.recordedAt));
}

async function findItsMeasure(tx: Transaction, experiment: ExperimentInReach, measureId: string) {
  const [measure] = await tx
    .select({ name: measures.name, unit: measures.unit, decimals: measures.decimals, rhythm: measures.rhythm })
    .from(experimentMeasures)
    .innerJoin(measures, eq(measures.id, experimentMeasures.measureId))
    .where(and(eq(experimentMeasures.experimentId, experiment.id), eq(experimentMeasures.measureId, measureId)));
  if (!measure) throw new Refusal([], { measureId: "Choose one of the measures of this experiment" });
  return measure;
}

export async function expectDip(tx: Transaction, experiment: ExperimentInReach, input: ExpectDipInput) {
  const { carriedBy, ...dip } = input;
  const { id: experimentId, systemId } = experiment;
  const measure = await findItsMeasure(tx, experiment, dip.measureId);
  if (dip.endsOn < experiment.today) {
    throw new Refusal([], { endsOn: DAYS_ARE_OVER });
  }
  const problem = problemWithWindow(dip, measure.rhythm);
  if (problem) throw new Refusal([], { endsOn: problem });
  if (carriedBy.some((organisationId) => !experiment.organisationIds.includes(organisationId))) {
    throw new Refusal([], { carriedBy: "Choose organisations that take part in the experiment. Add them to it first" });
  }
  const [expected] = await tx
    .insert(expectedDips)
    .values({ ...dip, systemId, experimentId })
    .returning({ id: expectedDips.id });
  if (!expected) throw new NotFound();
  const carriers = [...new Set(carriedBy)];
  await tx
    .insert(dipCarriers)
    .values(carriers.map((organisationId) => ({ systemId, dipId: expected.id, organisationId })));
  return { id: expected.id, measure };
}

export async function removeDip(tx: Transaction, experiment: ExperimentInReach, dipId: string) {
  const [removed] = await tx
    .update(expectedDips)
    .set({ removedAt: sql`leeway_now()` })
    .where(
      and(eq(expectedDips.id, dipId), eq(expectedDips.experimentId, experiment.id), isNull(expectedDips.removedAt)),
    )
    .returning({ measureId: expectedDips.measureId });
  if (!removed) throw new NotFound();
  return (await findItsMeasure(tx, experiment, removed.measureId)).name;
}

export async function setStopRule(tx: Transaction, experiment: ExperimentInReach, rule: SetStopRuleInput) {
  const { id: experimentId, systemId } = experiment;
  if (rule.measureId) await findItsMeasure(tx, experiment, rule.measureId);
  const onMeasure = rule.measureId ? rule : { kind: rule.kind, words: rule.words };
  const [set] = await tx
    .insert(stopRules)
    .values({ ...onMeasure, systemId, experimentId })
    .returning({ id: stopRules.id });
  if (!set) throw new NotFound();
  return set;
}

export async function removeStopRule(tx: Transaction, experiment: ExperimentInReach, stopRuleId: string) {
  const [removed] = await tx
    .update(stopRules)
    .set({ removedAt: sql`leeway_now()` })
    .where(and(eq(stopRules.id, stopRuleId), eq(stopRules.experimentId, experiment.id), isNull(stopRules.removedAt)))
    .returning({ words: stopRules.words });
  if (!removed) throw new NotFound();
  return removed.words;
}
