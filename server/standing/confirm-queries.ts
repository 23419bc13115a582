import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { standingConfirmations } from "@/db/schema";

export async function confirmFloor(
  tx: Transaction,
  ids: { systemId: string; standingId: string },
  confirmedBy: string,
): Promise<void> {
  await tx.insert(standingConfirmations).values({ ...ids, confirmedBy });
}

const seatRow = z.strictObject({ organisationId: z.uuid().nullable() });

/** The organisations for which a person, with whichever account, sits on a system's boards today; null for none. */
export async function findSeatsOf(db: Db, systemId: string, personId: string): Promise<(string | null)[]> {
  const rows = await read(db, seatRow).rows(sql`
    select distinct s.organisation_id as "organisationId" from board_seats s
    where s.system_id = ${systemId}::uuid and is_current(s.from_on, s.ends_on)
      and human(s.person_id) = human(${personId}::uuid)`);
  return rows.map(({ organisationId }) => organisationId);
}
