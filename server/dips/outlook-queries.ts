import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { inParallel, together } from "@/db/together";
import type { MeasureDirection } from "@/db/vocabulary";
import { addedUp, dipOutlook, dipStatus, isBeyondDip, problemWithWindow } from "@/server/dips/dip";
import { listSeries } from "@/server/measures/observations/queries";
import { type ChartedMeasure, listMeasuresOfExperiment } from "@/server/measures/queries";
import type { SystemPoint } from "@/server/measures/series";

const dipShape = z.strictObject({ measureId: z.uuid(), fromOn: day, endsOn: day, worstValue: z.number() });
const dipRow = dipShape.extend({ id: z.uuid(), carriedBy: z.array(z.uuid()), tighter: z.array(z.number()) });

/** Tighter limits that leaders set on a dip `d` when they said yes. */
const tighterThan = sql`(select coalesce(json_agg((t->>'worstValue')::float8), '[]') from permission_grants g
        join permission_answers a on a.id = g.answer_id cross join lateral jsonb_array_elements(a.tighter_dips) t
        where g.experiment_id = d.experiment_id and g.same_terms and g.ends_on >= london_today()
          and t->>'dipId' = d.id::text) as tighter`;

/** The tightest limit that any leader set applies. */
const tightest = (requested: number, tighter: readonly number[], direction: MeasureDirection) =>
  tighter.reduce((worst, limit) => (isBeyondDip(direction, limit, worst) ? limit : worst), requested);

/**
 * Every dip an experiment expects, with the comparison with past results, today's status and other dips on the same
 * measure.
 */
export async function listDipOutlooks(db: Db, { id: experimentId, today }: { id: string; today: string }) {
  const { rows, others } = await together(db, (one) =>
    inParallel({ rows: listDipRows(one, experimentId), others: listOtherDips(one, experimentId) }),
  );
  const measures = rows.length === 0 ? [] : await listMeasuresOfExperiment(db, experimentId);
  const series = await listSeries(db, measures);
  return rows.flatMap(({ tighter, ...row }) => {
    const measure = measures.find(({ id }) => id === row.measureId);
    if (!measure) return [];
    const points = series.get(measure.id) ?? [];
    const dip = { ...row, worstValue: tightest(row.worstValue, tighter, measure.direction) };
    return [
      {
        ...dip,
        askedWorstValue: row.worstValue,
        measure: {
          id: measure.id,
          name: measure.name,
          unit: measure.unit,
          decimals: measure.decimals,
          direction: measure.direction,
          rhythm: measure.rhythm,
        },
        problem: problemWithWindow(dip, measure.rhythm),
        outlook: dipOutlook(dip, measure, points),
        today: dipStatus(dip, measure, points, today),
        combined: addedUp(
          dip,
          others.filter((other) => other.measureId === measure.id),
          measure,
          points,
        ),
      },
    ];
  });
}

const listDipRows = (db: Db, experimentId: string) =>
  read(db, dipRow).rows(sql`
    select d.id, d.measure_id as "measureId", d.from_on::text as "fromOn", d.ends_on::text as "endsOn",
      d.worst_value::float8 as "worstValue",
      (select coalesce(json_agg(c.organisation_id), '[]') from dip_carriers c where c.dip_id = d.id) as "carriedBy",
      ${tighterThan}
    from expected_dips d where d.experiment_id = ${experimentId}::uuid and d.removed_at is null order by d.from_on, d.id`);

const dipTodayRow = dipRow.omit({ carriedBy: true }).extend({ experimentId: z.uuid(), today: day });

export type DipToday = z.infer<typeof dipTodayRow>;

/** Current dips of several experiments at once. */
export async function listDipsToday(db: Db, experimentIds: readonly string[]): Promise<DipToday[]> {
  if (experimentIds.length === 0) return [];
  return read(db, dipTodayRow).rows(sql`
    select d.id, d.experiment_id as "experimentId", d.measure_id as "measureId", d.from_on::text as "fromOn",
      d.ends_on::text as "endsOn", d.worst_value::float8 as "worstValue", london_today()::text as today, ${tighterThan}
    from expected_dips d where d.experiment_id = any (${sql.param(experimentIds)}::uuid[]) and d.removed_at is null
      and london_today() between d.from_on and d.ends_on order by d.from_on, d.id`);
}

/** Today's status of a dip. */
export function dipStatusToday(
  { tighter, today, ...dip }: DipToday,
  measure: ChartedMeasure,
  points: readonly SystemPoint[],
) {
  const worstValue = tightest(dip.worstValue, tighter, measure.direction);
  return dipStatus({ ...dip, worstValue }, measure, points, today);
}

const otherDipRow = dipShape.extend({ experimentId: z.uuid(), title: z.string() });

/** Dips on the same measures that leaders have granted to other experiments, and that have not ended. */
async function listOtherDips(db: Db, experimentId: string) {
  return read(db, otherDipRow).rows(sql`
    select d.measure_id as "measureId", d.from_on::text as "fromOn", d.ends_on::text as "endsOn",
      d.worst_value::float8 as "worstValue", e.id as "experimentId", e.title
    from expected_dips d join experiments e on e.id = d.experiment_id
    where d.measure_id in (select own.measure_id from expected_dips own
        where own.experiment_id = ${experimentId}::uuid and own.removed_at is null) and d.experiment_id <> ${experimentId}::uuid
      and d.removed_at is null and d.ends_on >= london_today()
      and exists (select 1 from permission_grants g
        where g.experiment_id = e.id and g.same_terms and g.ends_on >= london_today() offset 0) -- the offset: looked up for each
      and not exists (select 1 from experiment_turns t where t.experiment_id = e.id and t.turn in ('stopped', 'concluded'))
    order by e.title`);
}
