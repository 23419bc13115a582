import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { standingConfirmations } from "@/db/schema";
import { NotFound } from "@/server/errors";
import type { Proposer } from "./why-not-confirm";

export async function confirmFloor(
  tx: Transaction,
  ids: { systemId: string; standingId: string },
  confirmedBy: string,
): Promise<void> {
  await tx.insert(standingConfirmations).values({ ...ids, confirmedBy });
}

const proposerRow = z.strictObject({ isOneself: z.boolean(), seats: z.array(z.uuid().nullable()) });

/** Who proposed a floor, with whichever account, as somebody who would confirm it sees them. */
export async function findProposer(db: Db, standingId: string, personId: string): Promise<Proposer> {
  const row = await read(db, proposerRow).row(sql`
    select one_person(${personId}::uuid, g.given_by, g.given_at) as "isOneself",
      (select coalesce(json_agg(distinct s.organisation_id), '[]') from board_seats s
        where s.system_id = g.system_id and is_current(s.from_on, s.ends_on)
          and human(s.person_id) = human(g.given_by)) as seats
    from standing_permissions g where g.id = ${standingId}::uuid`);
  if (!row) throw new NotFound();
  return row;
}
