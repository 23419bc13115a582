import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day, instant, totalRow } from "@/db/shapes";
import { inParallel, together } from "@/db/together";
import { reviewAnswers, seatRoles, weekdays, weeksOfMonth } from "@/db/vocabulary";
import { nextMeetingOn } from "@/server/boards/meeting-rule";
import { NotFound } from "@/server/errors";
import { withinReach } from "@/server/experiments/queries";
import type { Who } from "@/server/who";

/** Columns from which the next meeting is computed. */
export const meetingRule = sql`b.meeting_rule as "meetingRule", london_today()::text as today`;
export const unanswered = sql`not exists (select 1 from review_answers a where a.review_id = r.id)`;

const meetingHours = { weekday: z.enum(weekdays), startTime: z.string(), endTime: z.string() };
/** The result of `meetingRule`. */
export const meetingRuleColumns = {
  meetingRule: z.discriminatedUnion("frequency", [
    z.strictObject({ frequency: z.literal("every week"), ...meetingHours }),
    z.strictObject({ frequency: z.literal("every second week"), countedFrom: day, ...meetingHours }),
    z.strictObject({ frequency: z.literal("every month"), week: z.enum(weeksOfMonth), ...meetingHours }),
    z.strictObject({ frequency: z.literal("no fixed day") }),
  ]),
  today: day,
};

const boardRow = z.strictObject({
  id: z.uuid(),
  systemId: z.uuid(),
  system: z.string(),
  name: z.string(),
  ...meetingRuleColumns,
});
const boardInListRow = boardRow.extend({ waiting: z.number() });

/** The boards of the person's systems, each with its number of open questions. */
export async function listBoards(db: Db, who: Who) {
  const rows = await read(db, boardInListRow).rows(sql`
    select b.id, b.system_id as "systemId", s.name as system, b.name, ${meetingRule},
      (select count(*)::int from board_reviews r join experiments e on e.id = r.experiment_id
        where r.board_id = b.id and ${unanswered} and ${withinReach(who)}) as waiting
    from boards b join systems s on s.id = b.system_id order by s.name, b.name`);
  return rows.map((board) => ({ ...board, nextMeetingOn: nextMeetingOn(board.meetingRule, board.today) }));
}

const seat = z.strictObject({ name: z.string(), job: z.string().nullable(), role: z.enum(seatRoles) });
const boardWithSeatsRow = boardRow.extend({
  seats: z.array(z.strictObject({ organisation: z.string().nullable(), people: z.array(seat) })),
});

/** A board with its seats by organisation; an independent chair has none. */
export async function findBoard(db: Db, boardId: string) {
  const board = await read(db, boardWithSeatsRow).row(sql`
    select b.id, b.system_id as "systemId", s.name as system, b.name, ${meetingRule},
      (select coalesce(json_agg(json_build_object('organisation', sits.organisation, 'people', sits.people)
          order by sits.organisation nulls first), '[]')
        from (select o.name as organisation, json_agg(json_build_object('name', p.name, 'job', p.job, 'role', t.role)
            order by array_position(array['chair', 'secretary', 'member', 'deputy', 'observer'], t.role), p.name) as people
          from board_seats t join people p on p.id = t.person_id left join organisations o on o.id = t.organisation_id
          where t.board_id = b.id and is_current(t.from_on, t.ends_on) and p.suspended_at is null
          group by o.name) sits) as seats
    from boards b join systems s on s.id = b.system_id where b.id = ${boardId}::uuid`);
  if (!board) throw new NotFound();
  return { ...board, nextMeetingOn: nextMeetingOn(board.meetingRule, board.today) };
}

const waitingReviewRow = z.strictObject({
  reviewId: z.uuid(),
  experimentId: z.uuid(),
  title: z.string(),
  question: z.string(),
  askedBy: z.string(),
  askedAt: instant,
});

/** A board's open questions, oldest first. */
export async function listWaiting(db: Db, who: Who, boardId: string) {
  return read(db, waitingReviewRow).rows(sql`
    select r.id as "reviewId", e.id as "experimentId", e.title, r.question,
      name_then(p.id, p.name, r.asked_at) as "askedBy", r.asked_at as "askedAt"
    from board_reviews r join experiments e on e.id = r.experiment_id join people p on p.id = r.asked_by
    where r.board_id = ${boardId}::uuid and ${unanswered} and ${withinReach(who)} order by r.asked_at, r.id`);
}

const decisionRow = z.strictObject({
  id: z.uuid(),
  answer: z.enum(reviewAnswers),
  reason: z.string(),
  lookAgainOn: day.nullable(),
  by: z.string(),
  at: instant,
  boardId: z.uuid(),
  board: z.string(),
  experimentId: z.uuid(),
  title: z.string(),
  question: z.string(),
});
export type Decision = z.infer<typeof decisionRow>;

const decided = (who: Who, which: SQL) => sql`
  from review_answers a
  join board_reviews r on r.id = a.review_id
  join boards b on b.id = r.board_id
  join experiments e on e.id = r.experiment_id
  join people p on p.id = a.answered_by
  where ${withinReach(who)} ${which}`;
const asDecision = sql`
  select a.id, a.answer, a.reason, a.look_again_on::text as "lookAgainOn", name_then(p.id, p.name, a.answered_at) as by,
    a.answered_at::text as at, b.id as "boardId", name_then(b.id, b.name, a.answered_at) as board, e.id as "experimentId",
    name_then(e.id, e.title, a.answered_at) as title, r.question`;

/** The boards' decisions, newest first. */
export async function listDecisions(
  db: Db,
  who: Who,
  { boardId, page, pageSize }: { boardId?: string; page: number; pageSize: number },
) {
  const which = boardId ? sql`and b.id = ${boardId}::uuid` : sql``;
  const { decisions, counted } = await together(db, (one) =>
    inParallel({
      decisions: read(one, decisionRow).rows(sql`${asDecision} ${decided(who, which)}
        order by a.answered_at desc, a.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`),
      counted: read(one, totalRow).row(sql`select count(*)::int as total ${decided(who, which)}`),
    }),
  );
  return { decisions, total: counted?.total ?? 0 };
}

/** The latest decision on each question by the boards on which a person sits, newest first. */
export async function listAnsweredByMine(db: Db, who: Who) {
  const boardIds = who.seats.map((seat) => seat.boardId);
  if (boardIds.length === 0) return [];
  const which = sql`and b.id = any (${sql.param(boardIds)}::uuid[])
    and not exists (select 1 from review_answers later where later.review_id = r.id
      and (later.answered_at, later.id) > (a.answered_at, a.id))`;
  return read(db, decisionRow).rows(sql`${asDecision} ${decided(who, which)} order by a.answered_at desc, a.id desc`);
}

/** Answers that a board will look at again by a day, without a newer answer. */
export async function listToLookAtAgain(db: Db, who: Who, { boardId, by }: { boardId: string; by: string }) {
  const which = sql`and b.id = ${boardId}::uuid
    and a.look_again_on <= ${by}::date
    and not exists (select 1 from review_answers later where later.review_id = r.id
      and (later.answered_at, later.id) > (a.answered_at, a.id))`;
  return read(db, decisionRow).rows(sql`${asDecision} ${decided(who, which)} order by a.look_again_on, a.answered_at`);
}
