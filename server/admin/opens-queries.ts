import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { withinReach } from "@/server/experiments/queries";
import { findWho } from "@/server/people/queries";

const opensRow = z.strictObject({ id: z.uuid() });

/**
 * Marks which experiments this administrator can open. Looking after a system does not open its experiments: that takes
 * working there or sitting on a board, like anybody else.
 */
export async function withOpens<Row extends { experimentId: string }>(db: Db, personId: string, rows: Row[]) {
  if (rows.length === 0) return [];
  const ids = sql.param(rows.map(({ experimentId }) => experimentId));
  const opened = await read(db, opensRow).rows(sql`
    select e.id from experiments e where e.id = any (${ids}::uuid[])
      and e.system_id = any (systems_of(${personId}::uuid)) and ${withinReach(await findWho(db, personId))}`);
  const opens = new Set(opened.map(({ id }) => id));
  return rows.map((row) => ({ ...row, opens: opens.has(row.experimentId) }));
}
