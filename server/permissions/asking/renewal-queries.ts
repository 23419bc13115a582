import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { boardReviews, permissionEndings } from "@/db/schema";
import { day, named, reasonGiven } from "@/db/shapes";
import { NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import { renewalNumber } from "@/server/permissions/asking/renewal";

const renewableRow = z.strictObject({
  id: z.uuid(),
  takenBack: z.boolean(),
  given: z.boolean(),
});

/** An experiment's requests, and whether anybody said yes to each. */
export async function listRenewable(db: Db, experimentId: string) {
  return read(db, renewableRow).rows(sql`
    select r.id,
      exists (select 1 from permission_withdrawals w where w.request_id = r.id and w.organisation_id is null) as "takenBack",
      exists (select 1 from permission_answers a where a.request_id = r.id and a.answer in ('yes', 'yes with conditions')) as given
    from permission_requests r where r.experiment_id = ${experimentId}::uuid order by r.requested_at, r.id`);
}

const grantedRow = z.strictObject({ requestId: z.uuid(), organisationId: z.uuid(), fromOn: day, endsOn: day });

/** What carriers granted to requests before this one, or to all: also what was taken back since. */
export async function listGranted(db: Db, experimentId: string, beforeId: string | null = null) {
  return read(db, grantedRow).rows(sql`
    select r.id as "requestId", a.organisation_id as "organisationId", r.from_on::text as "fromOn",
      coalesce(a.ends_on, r.ends_on)::text as "endsOn"
    from permission_requests r join permission_answers a on a.request_id = r.id
    where r.experiment_id = ${experimentId}::uuid and (a.answer = 'yes' or (a.answer = 'yes with conditions'
        and exists (select 1 from accepted_conditions c where c.answer_id = a.id)))
      and (${beforeId}::uuid is null or (r.requested_at, r.id) < (
        select this.requested_at, this.id from permission_requests this where this.id = ${beforeId}::uuid))`);
}

/** Which renewal a request for these days would be. */
export async function findRenewalNumber(
  db: Db,
  { id, carrierIds }: Pick<ExperimentInReach, "id" | "carrierIds">,
  days: { fromOn: string; endsOn: string },
) {
  return renewalNumber(await listGranted(db, id), carrierIds, days);
}

const scoreRow = z.strictObject({ score: z.number() });

export async function findHighestScore(db: Db, experimentId: string): Promise<number> {
  const highest = await read(db, scoreRow).row(sql`
    select coalesce(max(consequence * likelihood), 0)::int as score from risks
    where experiment_id = ${experimentId}::uuid and removed_at is null`);
  return highest?.score ?? 0;
}

export async function listBoardsToAsk(db: Db, systemId: string) {
  return read(db, named).rows(sql`select id, name from boards where system_id = ${systemId}::uuid order by name`);
}

/** The chosen board, or the only one. */
export async function findBoardToAsk(db: Db, systemId: string, boardId: string | undefined) {
  const rows = await listBoardsToAsk(db, systemId);
  if (rows.length === 0) {
    throw new Refusal(["A board's yes is needed as well, and this system has none yet. Ask your administrator."]);
  }
  const board = boardId ? rows.find((row) => row.id === boardId) : rows.length === 1 ? rows[0] : undefined;
  if (!board) throw new Refusal([], { boardId: "A board's yes is needed as well. Choose the board to ask" });
  return board;
}

export async function askBoardToo(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  review: { boardId: string; requestId: string; question: string },
): Promise<string> {
  const { id: experimentId, systemId } = experiment;
  const [inserted] = await tx
    .insert(boardReviews)
    .values({ ...review, experimentId, systemId, askedBy: personId })
    .returning({ id: boardReviews.id });
  if (!inserted) throw new NotFound();
  return inserted.id;
}

const boardAskedRow = z.strictObject({ board: z.string(), saysYes: z.boolean() });

/** The boards asked, and whether the latest answer of each is a yes. */
export async function listBoardsAsked(db: Db, requestId: string) {
  return read(db, boardAskedRow).rows(sql`
    select b.name as board, coalesce((select a.answer from review_answers a where a.review_id = v.id
      order by a.answered_at desc, a.id desc limit 1), '') in ('go on', 'spread') as "saysYes"
    from board_reviews v join boards b on b.id = v.board_id where v.request_id = ${requestId}::uuid order by b.name`);
}

const endingRow = z.strictObject({
  id: z.uuid(),
  fromOn: day,
  endsOn: day,
  renewedBy: z.uuid().nullable(),
  /** The decision to let it end: by whom and why. */
  letEnd: reasonGiven.extend({ reason: z.string().nullable() }).nullable(),
});

/** The latest request whose permission was given and not withdrawn: the one to renew or let end. */
export async function findEnding(db: Db, experimentId: string) {
  return read(db, endingRow).row(sql`
    select r.id, r.from_on::text as "fromOn",
      coalesce((select min(g.ends_on) from permission_grants g
        where g.experiment_id = r.experiment_id and g.request_id = r.id), r.ends_on)::text as "endsOn",
      (select n.id from permission_requests n where n.renews_id = r.id and not exists (
        select 1 from permission_withdrawals w where w.request_id = n.id and w.organisation_id is null)
        and not exists (select 1 from permission_answers a where a.request_id = n.id and a.answer = 'not this time')
        order by n.requested_at desc limit 1) as "renewedBy",
      (select json_build_object('reason', n.reason, 'by', name_then(p.id, p.name, n.decided_at), 'at', n.decided_at)
        from permission_endings n join people p on p.id = n.decided_by
        where n.request_id = r.id order by n.decided_at desc, n.id desc limit 1) as "letEnd"
    from permission_requests r where r.experiment_id = ${experimentId}::uuid
      -- By the experiment, and with an offset, its own grants are looked up in place of all there are
      and exists (select 1 from permission_grants g
        where g.experiment_id = r.experiment_id and g.request_id = r.id offset 0)
    order by r.requested_at desc, r.id desc limit 1`);
}

export async function savePermissionEnding(
  tx: Transaction,
  { systemId }: { systemId: string },
  decidedBy: string,
  ending: { requestId: string; reason: string | null },
) {
  await tx.insert(permissionEndings).values({ ...ending, systemId, decidedBy });
}
