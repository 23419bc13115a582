import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { summedResults } from "@/server/measures/observations/period-value-queries";

const differenceRow = z.strictObject({
  measureId: z.uuid(),
  periodOn: day,
  problem: z.enum(["is not kept", "is kept without results", "is not what its results come to"]),
});
export type SeriesDifference = z.infer<typeof differenceRow>;

/** The periods of these measures whose kept values differ from their results. Says no figure: it may be a small number. */
export async function listSeriesDifferences(db: Db, measureIds: readonly string[]): Promise<SeriesDifference[]> {
  const these = sql`any (${sql.param(measureIds)}::uuid[])`;
  return read(db, differenceRow).rows(sql`
    select measure_id as "measureId", period_on::text as "periodOn", case when v.system_id is null then 'is not kept'
      when s.system_id is null then 'is kept without results' else 'is not what its results come to' end as problem
    from (select * from period_values where measure_id = ${these}) v
    full join (${summedResults(sql`o.measure_id = ${these}`)}) s using (measure_id, period_on)
    where (v.system_id, v.contributed, v.value, v.numerator, v.denominator, v.parts)
      is distinct from (s.system_id, s.contributed, s.value, s.numerator, s.denominator, s.parts)
    order by measure_id, period_on`);
}

/** Works out what is kept of these measures anew, and locks them meanwhile. */
export async function rebuildSeries(db: Db, measureIds: readonly string[]): Promise<void> {
  await db.execute(sql`
    select rebuild_period_values(id) from unnest(${sql.param(measureIds)}::uuid[]) m (id) order by id`);
}
