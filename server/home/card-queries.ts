import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { inParallel, together } from "@/db/together";
import { inOneSentence } from "@/server/charts/analyse";
import { dipStatusToday, listDipsToday } from "@/server/dips/outlook-queries";
import { listInvolved } from "@/server/experiments/involved-queries";
import type { HomeExperiment } from "@/server/home/queries";
import { groupedBy } from "@/server/measures/grouped";
import { listSeries } from "@/server/measures/observations/queries";
import { listMeasuresById } from "@/server/measures/queries";
import { waiting } from "@/server/permissions/coverage/card";
import { listCarriersOfEach } from "@/server/permissions/coverage/carrier-queries";

/** Who each experiment's request is waiting for, as a sentence. The number of queries does not depend on the number of experiments. */
export async function listWaitingSentences(
  db: Db,
  experiments: readonly HomeExperiment[],
): Promise<Map<string, string>> {
  if (experiments.length === 0) return new Map();
  const involved = await listInvolved(
    db,
    experiments.map(({ id }) => id),
  );
  const carriers = await listCarriersOfEach(db, involved);
  return new Map(
    experiments.map(({ id, ...facts }) => {
      const own = carriers.filter((carrier) => carrier.experimentId === id);
      return [id, waiting({ ...facts, carriers: own }).sentence];
    }),
  );
}

const measureOnCardRow = z.strictObject({ experimentId: z.uuid(), measureId: z.uuid() });

/** The outcome and process measures of experiments: outcome first. */
async function listMeasuresOnCards(db: Db, experimentIds: readonly string[]) {
  if (experimentIds.length === 0) return [];
  return read(db, measureOnCardRow).rows(sql`
    select x.experiment_id as "experimentId", x.measure_id as "measureId"
    from experiment_measures x join measures m on m.id = x.measure_id
    where x.experiment_id = any (${sql.param(experimentIds)}::uuid[]) and x.role in ('outcome', 'process')
    order by x.role = 'outcome' desc, m.name, m.id`);
}

/**
 * For each experiment, the status of its current dips, and one line from its chart: of its outcome measure or, while that has
 * no results, of a process measure. The number of queries does not depend on the number of experiments.
 */
export async function listFigures(db: Db, which: { dipsOf: readonly string[]; chartsOf: readonly string[] }) {
  const { dips, onCards } = await together(db, (one) =>
    inParallel({ dips: listDipsToday(one, which.dipsOf), onCards: listMeasuresOnCards(one, which.chartsOf) }),
  );
  const measures = await listMeasuresById(db, [...new Set([...dips, ...onCards].map((row) => row.measureId))].sort());
  const series = await listSeries(db, measures);
  const drawn = new Map(measures.map((measure) => [measure.id, { measure, points: series.get(measure.id) ?? [] }]));
  const charts = new Map<string, string>();
  for (const { experimentId, measureId } of onCards) {
    const it = drawn.get(measureId);
    if (!it || charts.has(experimentId) || it.points.every(({ value }) => value === null)) continue;
    charts.set(experimentId, `${it.measure.name}. ${inOneSentence(it.measure, it.points)}`);
  }
  const statuses = dips.flatMap((dip) => {
    const it = drawn.get(dip.measureId);
    return it ? [{ experimentId: dip.experimentId, ...dipStatusToday(dip, it.measure, it.points) }] : [];
  });
  return { charts, dips: groupedBy(statuses, ({ experimentId }) => experimentId) };
}
