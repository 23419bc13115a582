import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** After so many days a system finds that a request has waited long enough to name the next leader. */
export async function findAnswerWithinDays(db: Db, systemId: string): Promise<number> {
  const { rows } = await db.execute<{ days: number }>(
    sql`select answer_within_days as days from systems where id = ${systemId}::uuid`,
  );
  return rows[0]?.days ?? 0;
}
