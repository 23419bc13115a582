import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { pathwayStages, stages } from "@/db/vocabulary";
import { keptToday, withinReach } from "@/server/experiments/queries";
import type { Aiming } from "@/server/systems/pathway";
import type { Who } from "@/server/who";

const aimingRow = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  startsAt: z.enum(pathwayStages).nullable(),
  showsAt: z.enum(pathwayStages).nullable(),
  stage: z.enum(stages),
  measureIds: z.array(z.uuid()),
  inDip: z.boolean(),
});

/** The system's experiments within reach, each with its measures and whether a dip is expected today, in one query. */
export async function listAiming(db: Db, who: Who, systemId: string): Promise<Aiming[]> {
  return read(db, aimingRow).rows(sql`
    select e.id, e.title, e.starts_at as "startsAt", e.shows_at as "showsAt", k.stage,
      coalesce(aims.ids, '[]') as "measureIds", coalesce(dips.now, false) as "inDip"
    from experiments e join experiment_stages k on k.experiment_id = e.id and ${keptToday}
    left join (select x.experiment_id, json_agg(x.measure_id) as ids from experiment_measures x
      where x.system_id = ${systemId}::uuid group by x.experiment_id) aims on aims.experiment_id = e.id
    left join (select d.experiment_id, true as now from expected_dips d
      where d.system_id = ${systemId}::uuid and d.removed_at is null
        and london_today() between d.from_on and d.ends_on group by d.experiment_id) dips on dips.experiment_id = e.id
    where e.system_id = ${systemId}::uuid and ${withinReach(who)} order by e.title, e.id`);
}
