import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";

const involvedRow = z.strictObject({ id: z.uuid(), teamIds: z.array(z.uuid()), authorIds: z.array(z.uuid()) });
export type Involved = z.infer<typeof involvedRow>;

/** Who is on the team of each experiment today, and who wrote what is asked: they do not answer it. One query for all. */
export async function listInvolved(db: Db, experimentIds: readonly string[]): Promise<Involved[]> {
  if (experimentIds.length === 0) return [];
  return read(db, involvedRow).rows(sql`
    select e.id, (select coalesce(json_agg(t.person_id), '[]') from team_members t
        where t.experiment_id = e.id and is_current(t.from_on, t.ends_on)) as "teamIds",
      (select json_agg(distinct a.id) from (select e.registered_by as id union select r.requested_by
        from permission_requests r where r.experiment_id = e.id union select j.person_id from journal j
        where j.experiment_id = e.id and j.details @> '{"wrote": true}' and j.person_id is not null) a) as "authorIds"
    from experiments e where e.id = any (${sql.param(experimentIds)}::uuid[])`);
}
