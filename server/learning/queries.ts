import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ConclusionOutcome } from "@/db/vocabulary";
import { withinReach } from "@/server/experiments/queries";
import type { Who } from "@/server/policy";

export type Lesson = {
  experimentId: string;
  title: string;
  outcome: ConclusionOutcome;
  learned: string;
  tellNextTeam: string | null;
  organisation: string;
  at: string;
};

type Wanted = { outcomes: readonly ConclusionOutcome[]; q?: string; page: number; pageSize: number };

/** What experiments within reach that ended in one of these ways have taught, newest first. */
export async function listLessons(db: Db, who: Who, { outcomes, q, page, pageSize }: Wanted) {
  const found = q
    ? sql`and (e.id in (select search_experiments(${q})) or e.title ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`})`
    : sql``;
  const lessons = sql`from conclusions c join experiments e on e.id = c.experiment_id
    join organisations o on o.id = e.lead_organisation_id
    where ${withinReach(who)} and c.outcome = any (${sql.param([...outcomes])}::text[]) ${found}`;
  const { rows } = await db.execute<Lesson>(sql`
    select e.id as "experimentId", e.title, c.outcome, c.learned, c.tell_next_team as "tellNextTeam",
      o.name as organisation, c.concluded_at as at ${lessons}
    order by c.concluded_at desc, c.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`);
  const counted = await db.execute<{ total: number }>(sql`select count(*)::int as total ${lessons}`);
  return { lessons: rows, total: counted.rows[0]?.total ?? 0 };
}
