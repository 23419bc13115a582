import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ReviewAnswer, SeatRole } from "@/db/vocabulary";
import { NotFound } from "@/server/errors";
import { withinReach } from "@/server/experiments/queries";
import type { Who } from "@/server/policy";

/** A meeting that lies behind us is not the next one. */
export const nextMeetingOn = sql`case when b.next_meeting_on >= london_today() then b.next_meeting_on::text end as "nextMeetingOn"`;
export const unanswered = sql`not exists (select 1 from review_answers a where a.review_id = r.id)`;

/** The boards of the person's systems, and how many questions wait for each. */
export async function listBoards(db: Db, who: Who) {
  const { rows } = await db.execute<{
    id: string;
    systemId: string;
    system: string;
    name: string;
    meets: string | null;
    nextMeetingOn: string | null;
    waiting: number;
  }>(sql`
    select b.id, b.system_id as "systemId", s.name as system, b.name, b.meets, ${nextMeetingOn},
      (select count(*)::int from board_reviews r join experiments e on e.id = r.experiment_id
        where r.board_id = b.id and ${unanswered} and ${withinReach(who)}) as waiting
    from boards b join systems s on s.id = b.system_id order by s.name, b.name`);
  return rows;
}

/** A board with its seats, organisation by organisation; an independent chair has none. */
export async function findBoard(db: Db, boardId: string) {
  const { rows } = await db.execute<{
    id: string;
    systemId: string;
    system: string;
    name: string;
    meets: string | null;
    nextMeetingOn: string | null;
    today: string;
    seats: { organisation: string | null; people: { name: string; job: string | null; role: SeatRole }[] }[];
  }>(sql`
    select b.id, b.system_id as "systemId", s.name as system, b.name, b.meets, ${nextMeetingOn}, london_today()::text as today,
      (select coalesce(json_agg(json_build_object('organisation', sits.organisation, 'people', sits.people)
          order by sits.organisation nulls first), '[]')
        from (select o.name as organisation, json_agg(json_build_object('name', p.name, 'job', p.job, 'role', t.role)
            order by array_position(array['chair', 'secretary', 'member', 'deputy', 'observer'], t.role), p.name) as people
          from board_seats t join people p on p.id = t.person_id left join organisations o on o.id = t.organisation_id
          where t.board_id = b.id and is_current(t.from_on, t.ends_on) and p.suspended_at is null
          group by o.name) sits) as seats
    from boards b join systems s on s.id = b.system_id where b.id = ${boardId}::uuid`);
  const [board] = rows;
  if (!board) throw new NotFound();
  return board;
}

/** What waits for a board's answer, oldest first. */
export async function listWaiting(db: Db, who: Who, boardId: string) {
  const { rows } = await db.execute<{
    reviewId: string;
    experimentId: string;
    title: string;
    question: string;
    askedBy: string;
    askedAt: string;
  }>(sql`
    select r.id as "reviewId", e.id as "experimentId", e.title, r.question, p.name as "askedBy", r.asked_at as "askedAt"
    from board_reviews r join experiments e on e.id = r.experiment_id join people p on p.id = r.asked_by
    where r.board_id = ${boardId}::uuid and ${unanswered} and ${withinReach(who)} order by r.asked_at, r.id`);
  return rows;
}

export type Decision = {
  id: string;
  answer: ReviewAnswer;
  reason: string;
  lookAgainOn: string | null;
  by: string;
  at: string;
  boardId: string;
  board: string;
  experimentId: string;
  title: string;
  question: string;
};

const decided = (who: Who, which: SQL) => sql`
  from review_answers a
  join board_reviews r on r.id = a.review_id
  join boards b on b.id = r.board_id
  join experiments e on e.id = r.experiment_id
  join people p on p.id = a.answered_by
  where ${withinReach(who)} ${which}`;
const asDecision = sql`
  select a.id, a.answer, a.reason, a.look_again_on::text as "lookAgainOn", p.name as by, a.answered_at as at,
    b.id as "boardId", b.name as board, e.id as "experimentId", e.title, r.question`;

/** What boards have answered, newest first. */
export async function listDecisions(
  db: Db,
  who: Who,
  { boardId, page, pageSize }: { boardId?: string; page: number; pageSize: number },
) {
  const which = boardId ? sql`and b.id = ${boardId}::uuid` : sql``;
  const { rows } = await db.execute<Decision>(sql`${asDecision} ${decided(who, which)}
    order by a.answered_at desc, a.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`);
  const counted = await db.execute<{ total: number }>(sql`select count(*)::int as total ${decided(who, which)}`);
  return { decisions: rows, total: counted.rows[0]?.total ?? 0 };
}

/** What the boards on which a person sits say now to each question they have answered, newest first. */
export async function listAnsweredByMine(db: Db, who: Who) {
  const boardIds = who.seats.map((seat) => seat.boardId);
  if (boardIds.length === 0) return [];
  const which = sql`and b.id = any (${sql.param(boardIds)}::uuid[])
    and not exists (select 1 from review_answers later where later.review_id = r.id
      and (later.answered_at, later.id) > (a.answered_at, a.id))`;
  const { rows } = await db.execute<Decision>(
    sql`${asDecision} ${decided(who, which)} order by a.answered_at desc, a.id desc`,
  );
  return rows;
}

/** Answers that a board wanted to look at again by its next meeting (or today), if nothing newer was said since. */
export async function listToLookAtAgain(db: Db, who: Who, boardId: string) {
  const which = sql`and b.id = ${boardId}::uuid
    and a.look_again_on <= greatest(b.next_meeting_on, london_today())
    and not exists (select 1 from review_answers later where later.review_id = r.id
      and (later.answered_at, later.id) > (a.answered_at, a.id))`;
  const { rows } = await db.execute<Decision>(
    sql`${asDecision} ${decided(who, which)} order by a.look_again_on, a.answered_at`,
  );
  return rows;
}
