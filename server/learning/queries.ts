import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { instant, totalRow } from "@/db/shapes";
import { type ConclusionOutcome, conclusionOutcomes } from "@/db/vocabulary";
import { withinReach } from "@/server/experiments/queries";
import type { Who } from "@/server/who";

const lessonRow = z.strictObject({
  experimentId: z.uuid(),
  title: z.string(),
  outcome: z.enum(conclusionOutcomes),
  learned: z.string(),
  tellNextTeam: z.string().nullable(),
  organisation: z.string(),
  at: instant,
});
export type Lesson = z.infer<typeof lessonRow>;

type Wanted = { outcomes: readonly ConclusionOutcome[]; q?: string; page: number; pageSize: number };

/** Lessons of experiments within reach that ended in one of these ways, newest first. */
export async function listLessons(db: Db, who: Who, { outcomes, q, page, pageSize }: Wanted) {
  const found = q
    ? sql`and (e.id in (select search_experiments(${q})) or e.title ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`})`
    : sql``;
  const lessons = sql`from conclusions c join experiments e on e.id = c.experiment_id
    join organisations o on o.id = e.lead_organisation_id
    where ${withinReach(who)} and c.outcome = any (${sql.param([...outcomes])}::text[]) ${found}`;
  const rows = await read(db, lessonRow).rows(sql`
    select e.id as "experimentId", e.title, c.outcome, c.learned, c.tell_next_team as "tellNextTeam",
      o.name as organisation, c.concluded_at as at ${lessons}
    order by c.concluded_at desc, c.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`);
  const counted = await read(db, totalRow).row(sql`select count(*)::int as total ${lessons}`);
  return { lessons: rows, total: counted?.total ?? 0 };
}
