import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { inOneSentence } from "@/server/charts/analyse";
import { listInvolved } from "@/server/experiments/involved-queries";
import type { HomeExperiment } from "@/server/home/queries";
import { listSeries } from "@/server/measures/observations/queries";
import { listMeasuresById } from "@/server/measures/queries";
import { waiting } from "@/server/permissions/coverage/card";
import { listCarriersOfEach } from "@/server/permissions/coverage/carrier-queries";

/** Who each experiment's request is waiting for, as a sentence. The number of queries does not depend on the number of experiments. */
export async function listWaitingSentences(
  db: Db,
  experiments: readonly HomeExperiment[],
): Promise<Map<string, string>> {
  const involved = await listInvolved(
    db,
    experiments.map(({ id }) => id),
  );
  if (involved.length === 0) return new Map();
  const carriers = await listCarriersOfEach(db, involved);
  return new Map(
    experiments.map(({ id, ...facts }) => {
      const own = carriers.filter((carrier) => carrier.experimentId === id);
      return [id, waiting({ ...facts, carriers: own }).sentence];
    }),
  );
}

const measureOnCardRow = z.strictObject({ experimentId: z.uuid(), measureId: z.uuid() });

/**
 * One line from each experiment's chart: of its outcome measure or, while that has no results, of a process measure.
 * The number of queries does not depend on the number of experiments.
 */
export async function listChartSentences(db: Db, experimentIds: readonly string[]): Promise<Map<string, string>> {
  if (experimentIds.length === 0) return new Map();
  const rows = await read(db, measureOnCardRow).rows(sql`
    select x.experiment_id as "experimentId", x.measure_id as "measureId"
    from experiment_measures x join measures m on m.id = x.measure_id
    where x.experiment_id = any (${sql.param(experimentIds)}::uuid[]) and x.role in ('outcome', 'process')
    order by x.role = 'outcome' desc, m.name, m.id`);
  const measures = await listMeasuresById(db, [...new Set(rows.map((row) => row.measureId))]);
  const series = await listSeries(db, measures);
  const sentences = new Map<string, string>();
  for (const { experimentId, measureId } of rows) {
    const measure = measures.find(({ id }) => id === measureId);
    const points = series.get(measureId) ?? [];
    if (!measure || sentences.has(experimentId) || points.every(({ value }) => value === null)) continue;
    sentences.set(experimentId, `${measure.name}. ${inOneSentence(measure, points)}`);
  }
  return sentences;
}
