import { sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { boardReviews, permissionEndings } from "@/db/schema";
import { NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { Ending } from "@/server/permissions/asking/renewal";

/** An experiment's requests as renewals see them: what each renews, and whether anybody said yes to it. */
export async function listRenewable(db: Db, experimentId: string) {
  const { rows } = await db.execute<{ id: string; renewsId: string | null; takenBack: boolean; given: boolean }>(sql`
    select r.id, r.renews_id as "renewsId",
      exists (select 1 from permission_withdrawals w where w.request_id = r.id and w.organisation_id is null) as "takenBack",
      exists (select 1 from permission_answers a where a.request_id = r.id and a.answer in ('yes', 'yes with conditions')) as given
    from permission_requests r where r.experiment_id = ${experimentId}::uuid order by r.requested_at, r.id`);
  return rows;
}

export async function findHighestScore(db: Db, experimentId: string): Promise<number> {
  const { rows } = await db.execute<{ score: number }>(sql`
    select coalesce(max(consequence * likelihood), 0)::int as score from risks
    where experiment_id = ${experimentId}::uuid and removed_at is null`);
  return rows[0]?.score ?? 0;
}

export async function listBoardsToAsk(db: Db, systemId: string) {
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from boards where system_id = ${systemId}::uuid order by name`,
  );
  return rows;
}

/** The board to ask: the one chosen, or the only one there is. */
export async function findBoardToAsk(db: Db, systemId: string, boardId: string | undefined) {
  const rows = await listBoardsToAsk(db, systemId);
  if (rows.length === 0) {
    throw new Refusal(["A board's yes is needed as well, and this system has none yet. Ask your administrator."]);
  }
  const board = boardId ? rows.find((one) => one.id === boardId) : rows.length === 1 ? rows[0] : undefined;
  if (!board) throw new Refusal([], { boardId: "A board's yes is needed as well. Choose the board to ask" });
  return board;
}

export async function askBoardToo(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  asked: { boardId: string; requestId: string; question: string },
): Promise<string> {
  const { id: experimentId, systemId } = experiment;
  const [review] = await tx
    .insert(boardReviews)
    .values({ ...asked, experimentId, systemId, askedBy: personId })
    .returning({ id: boardReviews.id });
  if (!review) throw new NotFound();
  return review.id;
}

/** The boards that are asked as well as the leaders, and whether the latest answer of each is a yes. */
export async function listBoardsAsked(db: Db, requestId: string) {
  const { rows } = await db.execute<{ board: string; saysYes: boolean }>(sql`
    select b.name as board, coalesce((select a.answer from review_answers a where a.review_id = v.id
      order by a.answered_at desc, a.id desc limit 1), '') in ('go on', 'spread') as "saysYes"
    from board_reviews v join boards b on b.id = v.board_id where v.request_id = ${requestId}::uuid order by b.name`);
  return rows;
}

/** The latest request by which permission was given and not taken back: what is renewed, or ends. */
export async function findEnding(db: Db, experimentId: string) {
  const { rows } = await db.execute<Ending & { fromOn: string }>(sql`
    select r.id, r.from_on::text as "fromOn",
      coalesce((select min(g.ends_on) from permission_grants g where g.request_id = r.id), r.ends_on)::text as "endsOn",
      (select n.id from permission_requests n where n.renews_id = r.id and not exists (
        select 1 from permission_withdrawals w where w.request_id = n.id and w.organisation_id is null)
        and not exists (select 1 from permission_answers a where a.request_id = n.id and a.answer = 'not this time')
        order by n.requested_at desc limit 1) as "renewedBy"
    from permission_requests r where r.experiment_id = ${experimentId}::uuid
      and exists (select 1 from permission_grants g where g.request_id = r.id)
    order by r.requested_at desc, r.id desc limit 1`);
  return rows[0];
}

/** Who let the permission of a request end, and why. */
export async function findLetEnd(db: Db, requestId: string) {
  const { rows } = await db.execute<{ reason: string | null; by: string; at: string }>(sql`
    select n.reason, p.name as by, n.decided_at::text as at
    from permission_endings n join people p on p.id = n.decided_by
    where n.request_id = ${requestId}::uuid order by n.decided_at desc, n.id desc limit 1`);
  return rows[0] ?? null;
}

export async function savePermissionEnding(
  tx: Transaction,
  { systemId }: { systemId: string },
  decidedBy: string,
  ending: { requestId: string; reason: string | null },
) {
  await tx.insert(permissionEndings).values({ ...ending, systemId, decidedBy });
}
