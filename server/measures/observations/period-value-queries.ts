import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";

export const partShape = z.strictObject({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
const periodValueRow = partShape.extend({
  measureId: z.uuid(),
  periodOn: day,
  contributed: z.number(),
  parts: z.array(partShape).nullable(),
});

const columns = sql`v.measure_id as "measureId", v.period_on::text as "periodOn", v.contributed, v.value::float8 as value,
  v.numerator::float8 as numerator, v.denominator::float8 as denominator, v.parts`;

/** The sums of every period, or of those from a day on, as they are kept: as many rows as a chart draws. */
export async function listPeriodValues(db: Db, measureIds: readonly string[], from: string | null = null) {
  return read(db, periodValueRow).rows(sql`
    select ${columns} from period_values v where v.measure_id = any (${sql.param(measureIds)}::uuid[])
      and v.period_on >= ${from ?? "-infinity"}::date order by v.measure_id, v.period_on`);
}

type Period = { periodOn: string; expected: number };

/** The sums of every period, if so many contributed to this one; else this period's alone. */
export async function listPeriodValuesIfComplete(db: Db, measureId: string, { periodOn, expected }: Period) {
  const ofMeasure = sql`v.measure_id = ${measureId}::uuid`;
  return read(db, periodValueRow).rows(sql`
    select ${columns} from period_values v where ${ofMeasure} and (v.period_on = ${periodOn}::date or exists (
      select 1 from period_values v where ${ofMeasure} and v.period_on = ${periodOn}::date and v.contributed >= ${expected}))
    order by v.period_on`);
}

/** The sums as they were known at a moment, by the contributors of today: from the results, for they are not kept. */
export async function listPeriodValuesAsKnown(db: Db, measureIds: readonly string[], knownAt: string) {
  const condition = sql`o.measure_id = any (${sql.param(measureIds)}::uuid[]) and o.logged_at <= ${knownAt}::timestamptz`;
  return read(db, periodValueRow).rows(sql`
    select ${columns} from (${summedResults(condition)}) v order by v.measure_id, v.period_on`);
}

/**
 * The sums worked out from the results: the newest revision for each contributor and period, of organisations that contribute on
 * the period's first day. What is kept must equal it.
 */
export const summedResults = (condition: SQL) => sql`
  select m.system_id, m.id as measure_id, newest.period_on, count(*)::int as contributed, sum(newest.value) as value,
    sum(newest.numerator) as numerator, sum(newest.denominator) as denominator,
    case when m.suppress_small then jsonb_agg(jsonb_build_object('value', newest.value, 'numerator', newest.numerator,
      'denominator', newest.denominator) order by newest.organisation_id) end as parts
  from (select distinct on (o.measure_id, o.organisation_id, o.period_on) o.measure_id, o.organisation_id, o.period_on, o.undone,
      o.value, o.numerator, o.denominator
    from observations o where ${condition} order by o.measure_id, o.organisation_id, o.period_on, o.revision desc) newest
  join measures m on m.id = newest.measure_id
  join contributions c on c.measure_id = newest.measure_id and c.organisation_id = newest.organisation_id
  where not newest.undone and coalesce(c.from_on <= newest.period_on, true) and coalesce(newest.period_on <= c.ends_on, true)
  group by m.system_id, m.id, newest.period_on`;
