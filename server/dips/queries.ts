import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { dipCarriers, expectedDips, experimentMeasures, measures, stopRules } from "@/db/schema";
import { named } from "@/db/shapes";
import { problemWithWindow } from "@/server/dips/dip";
import type { ExpectDipInput, SetStopRuleInput } from "@/server/dips/input";
import type { StopRuleNumbers } from "@/server/dips/stop-rule-in-words";
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

const dipRow = z.strictObject({
  ...columnsOf(expectedDips, ["id", "measureId", "fromOn", "endsOn", "worstValue"]),
  measure: z.string(),
  ...columnsOf(measures, ["unit", "decimals"]),
  carriedBy: z.array(z.string()),
  agreed: z.boolean(),
});

/** The expected dips of an experiment with their carriers, ordered by first day. */
export async function listDips(db: Db, experimentId: string) {
  return read(db, dipRow).rows(sql`
    select x.id, x.measure_id as "measureId", m.name as measure, m.unit, m.decimals, x.from_on::text as "fromOn",
      x.ends_on::text as "endsOn", x.worst_value::float8 as "worstValue", ${agreedTo} as agreed,
      (select coalesce(json_agg(o.name order by o.name), '[]') from dip_carriers c
        join organisations o on o.id = c.organisation_id where c.dip_id = x.id) as "carriedBy"
    from expected_dips x join measures m on m.id = x.measure_id join experiment_facts f on f.experiment_id = x.experiment_id
    where x.experiment_id = ${experimentId}::uuid and x.removed_at is null order by x.from_on`);
}

const ruleRow = z.strictObject({
  ...columnsOf(stopRules, ["id", "kind", "words", "measureId", "threshold", "metWhen", "periodsRunning"]),
  measure: named.extend(columnsOf(measures, ["unit", "rhythm"])).nullable(),
});

export async function listStopRules(db: Db, experimentId: string) {
  const rows = await read(db, ruleRow).rows(sql`
    select r.id, r.kind, r.words, r.measure_id as "measureId", r.threshold::float8 as threshold, r.met_when as "metWhen",
      r.periods_running as "periodsRunning",
      case when m.id is not null then json_build_object('id', m.id, 'name', m.name, 'unit', m.unit, 'rhythm', m.rhythm) end as measure
    from stop_rules r left join measures m on m.id = r.measure_id
    where r.experiment_id = ${experimentId}::uuid and r.removed_at is null order by r.recorded_at`);
  return rows.map(({ measure, ...rule }) => ({ ...rule, onMeasure: numbersOf(rule, measure) }));
}

type Watching = Pick<typeof stopRules.$inferSelect, "threshold" | "metWhen" | "periodsRunning">;
type Watched = Pick<typeof measures.$inferSelect, "id" | "name" | "unit" | "rhythm">;

/** A rule's numbers, where it has all of them; otherwise people watch it. */
function numbersOf({ threshold, metWhen, periodsRunning }: Watching, measure: Watched | null): StopRuleNumbers | null {
  if (!measure || threshold === null || metWhen === null || periodsRunning === null) return null;
  const { id, name, unit, rhythm } = measure;
  return { measure: { id, name }, unit, rhythm, metWhen, threshold, periodsRunning };
}

async function findItsMeasure(tx: Transaction, experiment: ExperimentInReach, measureId: string) {
  const [measure] = await tx
    .select({
      id: measures.id,
      name: measures.name,
      unit: measures.unit,
      decimals: measures.decimals,
      rhythm: measures.rhythm,
    })
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

/** @returns the rule as it is said, and its id */
export async function setStopRule(tx: Transaction, experiment: ExperimentInReach, rule: SetStopRuleInput) {
  const { id: experimentId, systemId } = experiment;
  const { kind, words, measureId, threshold, metWhen, periodsRunning } = rule;
  const measure = measureId ? await findItsMeasure(tx, experiment, measureId) : null;
  const onMeasure = measure ? { measureId, threshold, metWhen, periodsRunning } : {};
  const [set] = await tx
    .insert(stopRules)
    .values({ kind, words, ...onMeasure, systemId, experimentId })
    .returning();
  if (!set) throw new NotFound();
  return { id: set.id, words, onMeasure: numbersOf(set, measure) };
}

/** @returns the rule that was taken off, as it was said */
export async function removeStopRule(tx: Transaction, experiment: ExperimentInReach, stopRuleId: string) {
  const rule = (await listStopRules(tx, experiment.id)).find(({ id }) => id === stopRuleId);
  if (!rule) throw new NotFound();
  await tx.update(stopRules).set({ removedAt: sql`leeway_now()` }).where(eq(stopRules.id, stopRuleId));
  return rule;
}
