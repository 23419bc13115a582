import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import type { Stage } from "@/db/vocabulary";
import { factsOfEach, stageFacts, withinReach } from "@/server/experiments/queries";
import { stageFactsShape, stageOf } from "@/server/experiments/stage";
import type { Who } from "@/server/who";

const usingRow = z.strictObject({ id: z.uuid(), title: z.string().nullable(), facts: stageFactsShape });
const withPermission: readonly Stage[] = ["permitted", "running", "paused"];

/** The experiments that use a measure and have permission; a title only within the person's reach. */
export async function listPermitted(db: Db, measureId: string, who?: Who) {
  const rows = await read(db, usingRow).rows(sql`
    select e.id, case when ${who ? withinReach(who) : sql`true`} then e.title end as title, ${stageFacts} as facts
    from experiment_measures x join experiments e on e.id = x.experiment_id ${factsOfEach}
    where x.measure_id = ${measureId}::uuid order by e.title, e.id`);
  return rows.flatMap(({ facts, ...row }) => (withPermission.includes(stageOf(facts)) ? [row] : []));
}
