import { sql } from "drizzle-orm";

/** Condition: the team has asked again since request `r` (rule I4), also where it took the newer request back. */
export const replaced = sql`exists (select 1 from permission_requests newer where newer.experiment_id = r.experiment_id
  and (newer.requested_at, newer.id) > (r.requested_at, r.id))`;
