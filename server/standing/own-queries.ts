import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { idRow } from "@/db/shapes";

/** Ids of the standing permissions that somebody involved in an experiment gave. */
export async function listOwnStanding(db: Db, experiment: { id: string; systemId: string }): Promise<Set<string>> {
  const rows = await read(db, idRow).rows(sql`
    select s.id from standing_permissions s where s.system_id = ${experiment.systemId}::uuid
      and human(s.given_by) in (select people_involved(${experiment.id}::uuid))`);
  return new Set(rows.map(({ id }) => id));
}
