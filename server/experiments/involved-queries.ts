import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";

const involvedRow = z.strictObject({ id: z.uuid(), teamIds: z.array(z.uuid()), authorIds: z.array(z.uuid()) });
export type Involved = z.infer<typeof involvedRow>;

/** Today's team members of each experiment `e`. */
export const teamIds = sql`(select coalesce(json_agg(t.person_id), '[]') from team_members t
  where t.experiment_id = e.id and is_current(t.from_on, t.ends_on))`;

/** Everyone who edited a part of the terms of each experiment `e`. */
export const authorIds = sql`(select coalesce(json_agg(distinct w.edited_by), '[]') from terms_edits w
  where w.experiment_id = e.id)`;

/** Team members and authors of each experiment, who may not answer for it. One query for all. */
export async function listInvolved(db: Db, experimentIds: readonly string[]): Promise<Involved[]> {
  if (experimentIds.length === 0) return [];
  return read(db, involvedRow).rows(sql`
    select e.id, ${teamIds} as "teamIds", ${authorIds} as "authorIds"
    from experiments e where e.id = any (${sql.param(experimentIds)}::uuid[])`);
}
