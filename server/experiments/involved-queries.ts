import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";

const involvedRow = z.strictObject({ id: z.uuid(), teamIds: z.array(z.uuid()), authorIds: z.array(z.uuid()) });
export type Involved = z.infer<typeof involvedRow>;

/** Of each experiment `e`, who is on its team today. */
export const teamIds = sql`(select coalesce(json_agg(t.person_id), '[]') from team_members t
  where t.experiment_id = e.id and is_current(t.from_on, t.ends_on))`;

/** Of each experiment `e`, everyone who wrote a part of what is asked. */
export const authorIds = sql`(select coalesce(json_agg(distinct w.edited_by), '[]') from terms_edits w
  where w.experiment_id = e.id)`;

/** Who is on the team of each experiment today, and who wrote what is asked: they do not answer it. One query for all. */
export async function listInvolved(db: Db, experimentIds: readonly string[]): Promise<Involved[]> {
  if (experimentIds.length === 0) return [];
  return read(db, involvedRow).rows(sql`
    select e.id, ${teamIds} as "teamIds", ${authorIds} as "authorIds"
    from experiments e where e.id = any (${sql.param(experimentIds)}::uuid[])`);
}
