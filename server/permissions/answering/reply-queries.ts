import { sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { permissionReplies } from "@/db/schema";

/** The team's replies to the questions of an experiment's leaders, oldest first. */
export async function listReplies(db: Db, experimentId: string) {
  const { rows } = await db.execute<{ id: string; answerId: string; inWords: string; by: string; at: string }>(sql`
    select y.id, y.answer_id as "answerId", y.in_words as "inWords", p.name as by, y.replied_at::text as at
    from permission_replies y join permission_answers a on a.id = y.answer_id
    join permission_requests r on r.id = a.request_id join people p on p.id = y.replied_by
    where r.experiment_id = ${experimentId}::uuid order by y.replied_at, y.id`);
  return rows;
}

/** A leader's question to an experiment's team, and whether anybody waits for a reply. */
export async function findQuestion(db: Db, experimentId: string, answerId: string) {
  const { rows } = await db.execute<{
    by: string;
    organisationId: string;
    organisation: string;
    answered: boolean;
    takenBack: boolean;
  }>(sql`
    select p.name as by, o.id as "organisationId", o.name as organisation,
      exists (select 1 from permission_answers later where later.request_id = a.request_id
        and later.organisation_id = a.organisation_id and later.answer <> 'question') as answered,
      exists (select 1 from permission_withdrawals w where w.request_id = a.request_id
        and (w.organisation_id is null or w.organisation_id = a.organisation_id)) as "takenBack"
    from permission_answers a join permission_requests r on r.id = a.request_id
    join people p on p.id = a.answered_by join organisations o on o.id = a.organisation_id
    where a.id = ${answerId}::uuid and r.experiment_id = ${experimentId}::uuid and a.answer = 'question'`);
  return rows[0];
}

export async function saveReply(
  tx: Transaction,
  { systemId }: { systemId: string },
  personId: string,
  reply: { answerId: string; inWords: string },
) {
  await tx.insert(permissionReplies).values({ ...reply, systemId, repliedBy: personId });
}
