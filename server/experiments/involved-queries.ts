import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";

export const involvedShape = {
  teamIds: z.array(z.uuid()),
  formerTeam: z.array(z.strictObject({ personId: z.uuid(), until: day })),
  authorIds: z.array(z.uuid()),
  onceLinkedIds: z.array(z.uuid()),
};
const involvedRow = z.strictObject({ id: z.uuid(), ...involvedShape });
export type Involved = z.infer<typeof involvedRow>;

/**
 * Of each experiment `e`: today's team members, former ones, everyone who edited a part of its terms, and whoever was
 * one person with any of them when it was registered or later.
 */
export const involved = sql`
  (select coalesce(json_agg(t.person_id), '[]') from team_members t
    where t.experiment_id = e.id and is_current(t.from_on, t.ends_on)) as "teamIds",
  (select coalesce(json_agg(json_build_object('personId', t.person_id, 'until', t.until)), '[]')
    from (select person_id, max(greatest(from_on, ends_on)) as until from team_members
      where experiment_id = e.id and not is_current(from_on, ends_on) group by person_id) t) as "formerTeam",
  (select coalesce(json_agg(distinct w.edited_by), '[]') from terms_edits w
    where w.experiment_id = e.id) as "authorIds",
  (select coalesce(json_agg(distinct f.person_id), '[]') from former_links f
    where f.until_at >= e.registered_at and f.other_id in (
      select person_id from team_members where experiment_id = e.id
      union all select edited_by from terms_edits where experiment_id = e.id)) as "onceLinkedIds"`;

/** The people involved in each experiment, who may not answer for it. One query for all. */
export async function listInvolved(db: Db, experimentIds: readonly string[]): Promise<Involved[]> {
  if (experimentIds.length === 0) return [];
  return read(db, involvedRow).rows(sql`
    select e.id, ${involved} from experiments e where e.id = any (${sql.param(experimentIds)}::uuid[])`);
}

/** Of an experiment whose parts concern nobody. */
export const nobodyInvolved = (id: string): Involved => ({
  id,
  teamIds: [],
  formerTeam: [],
  authorIds: [],
  onceLinkedIds: [],
});
