import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { permissionReplies } from "@/db/schema";
import { instant } from "@/db/shapes";
import { replaced } from "@/server/permissions/asking/replaced-queries";

const replyRow = z.strictObject({
  id: z.uuid(),
  answerId: z.uuid(),
  inWords: z.string(),
  by: z.string(),
  at: instant,
});

/** The team's replies to leaders' questions, oldest first. */
export async function listReplies(db: Db, experimentId: string) {
  return read(db, replyRow).rows(sql`
    select y.id, y.answer_id as "answerId", y.in_words as "inWords", name_then(p.id, p.name, y.replied_at) as by,
      y.replied_at::text as at
    from permission_replies y join permission_answers a on a.id = y.answer_id
    join permission_requests r on r.id = a.request_id join people p on p.id = y.replied_by
    where r.experiment_id = ${experimentId}::uuid order by y.replied_at, y.id`);
}

const questionRow = z.strictObject({
  by: z.string(),
  organisationId: z.uuid(),
  organisation: z.string(),
  answered: z.boolean(),
  takenBack: z.boolean(),
  /** A newer request has replaced the one it is about. */
  replaced: z.boolean(),
});

/** A leader's question, and whether it still needs a reply. */
export async function findQuestion(db: Db, experimentId: string, answerId: string) {
  return read(db, questionRow).row(sql`
    select p.name as by, o.id as "organisationId", o.name as organisation,
      exists (select 1 from permission_answers later where later.request_id = a.request_id
        and later.organisation_id = a.organisation_id and later.answer <> 'question') as answered,
      exists (select 1 from permission_withdrawals w where w.request_id = a.request_id
        and (w.organisation_id is null or w.organisation_id = a.organisation_id)) as "takenBack",
      ${replaced} as replaced
    from permission_answers a join permission_requests r on r.id = a.request_id
    join people p on p.id = a.answered_by join organisations o on o.id = a.organisation_id
    where a.id = ${answerId}::uuid and r.experiment_id = ${experimentId}::uuid and a.answer = 'question'`);
}

export async function saveReply(
  tx: Transaction,
  { systemId }: { systemId: string },
  personId: string,
  reply: { answerId: string; inWords: string },
) {
  await tx.insert(permissionReplies).values({ ...reply, systemId, repliedBy: personId });
}
