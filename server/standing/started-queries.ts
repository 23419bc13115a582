import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { keptToday, notEnded, withinReach } from "@/server/experiments/queries";
import type { Who } from "@/server/who";

const startedRow = z.strictObject({
  useId: z.uuid(),
  experimentId: z.uuid(),
  title: z.string(),
  organisation: z.string(),
  fromOn: day,
  endsOn: day,
  by: z.string(),
  /** Whether it relies on it today. */
  lives: z.boolean(),
});

/** The experiments within reach that started by a standing permission, the newest first. */
export async function listStartedBy(db: Db, who: Who, standingId: string) {
  return read(db, startedRow).rows(sql`
    select u.id as "useId", e.id as "experimentId", e.title, o.name as organisation, u.from_on::text as "fromOn",
      u.ends_on::text as "endsOn", name_then(p.id, p.name, u.used_at) as by,
      u.ends_on >= london_today() and ${notEnded}
        and not exists (select 1 from standing_withdrawals w
          where w.standing_id = u.standing_id and (w.use_id is null or w.use_id = u.id)) as lives
    from standing_uses u join experiments e on e.id = u.experiment_id
    join experiment_stages k on k.experiment_id = e.id and ${keptToday}
    join organisations o on o.id = u.organisation_id join people p on p.id = u.used_by
    where u.standing_id = ${standingId}::uuid and ${withinReach(who)}
    order by u.used_at desc, u.id desc`);
}
