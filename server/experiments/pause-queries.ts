import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { instant } from "@/db/shapes";
import { pauseReasons } from "@/db/vocabulary";
import { liftedByTeam } from "@/server/experiments/pauses";

/** The pauses of an experiment since it last started or went on; from, with alias `t`, experiment_turns. */
const openPause = sql`t.turn = 'paused' and not exists (select 1 from experiment_turns begun
  where begun.experiment_id = t.experiment_id and begun.turn in ('started', 'resumed')
    and (begun.taken_at, begun.id) > (t.taken_at, t.id))`;

/** Whether an experiment `e` waits for a leader to let it go on: waitsForLeader of its pauses. */
export const waitsForLeaderSql: SQL = sql`exists (select 1 from experiment_turns t where t.experiment_id = e.id and ${openPause}
  and coalesce(t.pause_reason, '') <> all (${sql.param(liftedByTeam)}::text[]))`;

/** The first or the last of its pauses since then: what was said after it belongs to them. */
export const openPauseOf = (experimentId: string, which: "first" | "last"): SQL => sql`(select t.taken_at, t.id
  from experiment_turns t where t.experiment_id = ${experimentId}::uuid and ${openPause}
  order by ${which === "first" ? sql`t.taken_at, t.id` : sql`t.taken_at desc, t.id desc`} limit 1)`;

const pauseRow = z.strictObject({
  pauseReason: z.enum(pauseReasons).nullable(),
  reason: z.string().nullable(),
  /** Empty when a stop rule acted. */
  by: z.string().nullable(),
  at: instant,
});

/** Every pause since it last started or went on, oldest first. */
export async function listPauses(db: Db, experimentId: string) {
  return read(db, pauseRow).rows(sql`
    select t.pause_reason as "pauseReason", t.reason, name_then(p.id, p.name, t.taken_at) as by, t.taken_at::text as at
    from experiment_turns t left join people p on p.id = t.taken_by
    where t.experiment_id = ${experimentId}::uuid and ${openPause} order by t.taken_at, t.id`);
}
