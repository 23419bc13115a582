import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import type { PartSum } from "@/server/measures/series";

export const partShape = z.strictObject({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
/** One measure's sums by column, in no order: a row for each of 2,000 periods takes three times as long to receive. */
const columnsRow = z.strictObject({
  measureId: z.uuid(),
  periodOn: z.array(day),
  contributed: z.array(z.number()),
  value: z.array(z.number().nullable()),
  numerator: z.array(z.number().nullable()),
  denominator: z.array(z.number().nullable()),
  /** Absent where the measure suppresses nothing. */
  parts: z.array(z.array(partShape).nullable()).nullable(),
});

/** The sums of each measure, of rows like those of period_values. */
async function listSums(db: Db, rows: SQL): Promise<Map<string, PartSum[]>> {
  const measures = await read(db, columnsRow).rows(sql`
    select v.measure_id as "measureId", json_agg(v.period_on) as "periodOn", json_agg(v.contributed) as contributed,
      json_agg(v.value) as value, json_agg(v.numerator) as numerator, json_agg(v.denominator) as denominator,
      case when count(v.parts) > 0 then json_agg(v.parts) end as parts
    from (${rows}) v group by v.measure_id`);
  return new Map(
    measures.map(({ measureId, ...column }) => [
      measureId,
      column.periodOn.map((periodOn, at) => ({
        periodOn,
        contributed: column.contributed[at] ?? 0,
        value: column.value[at] ?? null,
        numerator: column.numerator[at] ?? null,
        denominator: column.denominator[at] ?? null,
        parts: column.parts?.[at] ?? null,
      })),
    ]),
  );
}

/** The sums of every period, or of those from a day on, as they are kept: as many rows as a chart draws. */
export const listPeriodValues = (db: Db, measureIds: readonly string[], from: string | null = null) =>
  listSums(
    db,
    sql`select * from period_values where measure_id = any (${sql.param(measureIds)}::uuid[])
      and period_on >= ${from ?? "-infinity"}::date`,
  );

type Period = { periodOn: string; expected: number };

/** The sums of every period, if so many contributed to this one; else this period's alone. */
export async function listPeriodValuesIfComplete(db: Db, measureId: string, { periodOn, expected }: Period) {
  const ofMeasure = sql`measure_id = ${measureId}::uuid`;
  const sums = await listSums(
    db,
    sql`select * from period_values where ${ofMeasure} and (period_on = ${periodOn}::date or exists (
      select 1 from period_values where ${ofMeasure} and period_on = ${periodOn}::date and contributed >= ${expected}))`,
  );
  return sums.get(measureId) ?? [];
}

/** The sums as they were known at a moment, by the contributors of today: from the results, for they are not kept. */
export const listPeriodValuesAsKnown = (db: Db, measureIds: readonly string[], knownAt: string) =>
  listSums(
    db,
    summedResults(
      sql`o.measure_id = any (${sql.param(measureIds)}::uuid[]) and o.logged_at <= ${knownAt}::timestamptz`,
    ),
  );

/**
 * The sums worked out from the results: the newest revision for each contributor and period, of organisations that contribute on
 * the period's first day. What is kept must equal it.
 */
export const summedResults = (condition: SQL) => sql`
  select m.system_id, m.id as measure_id, newest.period_on, count(*)::int as contributed, sum(newest.value) as value,
    sum(newest.numerator) as numerator, sum(newest.denominator) as denominator,
    case when m.suppress_small then jsonb_agg(jsonb_build_object('value', newest.value, 'numerator', newest.numerator,
      'denominator', newest.denominator) order by newest.organisation_id) filter (where m.suppress_small) end as parts
  from (select distinct on (o.measure_id, o.organisation_id, o.period_on) o.measure_id, o.organisation_id, o.period_on, o.undone,
      o.value, o.numerator, o.denominator
    from observations o where ${condition} order by o.measure_id, o.organisation_id, o.period_on, o.revision desc) newest
  join measures m on m.id = newest.measure_id
  join contributions c on c.measure_id = newest.measure_id and c.organisation_id = newest.organisation_id
  where not newest.undone and coalesce(c.from_on <= newest.period_on, true) and coalesce(newest.period_on <= c.ends_on, true)
  group by m.system_id, m.id, newest.period_on`;
