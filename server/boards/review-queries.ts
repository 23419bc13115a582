import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { boardReviews, experiments, reviewAnswers } from "@/db/schema";
import { day, instant } from "@/db/shapes";
import { reviewAnswers as answers } from "@/db/vocabulary";
import type { AnswerReviewInput, AskReviewInput } from "@/server/boards/input";
import { nextMeetingOn } from "@/server/boards/meeting-rule";
import { meetingRule, meetingRuleColumns, unanswered } from "@/server/boards/queries";
import { Conflict, NotFound, Refusal } from "@/server/errors";
import type { ExperimentInReach } from "@/server/experiments/queries";

const reviewRow = z.strictObject({
  id: z.uuid(),
  boardId: z.uuid(),
  /** The request that needs this board's yes as well. */
  requestId: z.uuid().nullable(),
  board: z.string(),
  ...meetingRuleColumns,
  question: z.string(),
  askedById: z.uuid(),
  askedBy: z.string(),
  askedAt: instant,
  answers: z.array(
    z.strictObject({
      id: z.uuid(),
      answer: z.enum(answers),
      reason: z.string(),
      lookAgainOn: day.nullable(),
      by: z.string(),
      at: instant,
    }),
  ),
});

/** The reviews of an experiment and their answers, newest first. */
export async function listReviews(db: Db, experimentId: string) {
  const rows = await read(db, reviewRow).rows(sql`
    select r.id, b.id as "boardId", r.request_id as "requestId", b.name as board, ${meetingRule}, r.question, r.asked_by as "askedById",
      name_then(p.id, p.name, r.asked_at) as "askedBy", r.asked_at::text as "askedAt",
      (select coalesce(json_agg(json_build_object('id', a.id, 'answer', a.answer, 'reason', a.reason,
          'lookAgainOn', a.look_again_on, 'by', name_then(m.id, m.name, a.answered_at),
          'at', a.answered_at) order by a.answered_at desc, a.id desc), '[]')
        from review_answers a join people m on m.id = a.answered_by where a.review_id = r.id) as answers
    from board_reviews r join boards b on b.id = r.board_id join people p on p.id = r.asked_by
    where r.experiment_id = ${experimentId}::uuid order by r.asked_at desc, r.id desc`);
  return rows.map(({ meetingRule, today, ...review }) => ({
    ...review,
    nextMeetingOn: nextMeetingOn(meetingRule, today),
  }));
}

const boardToAskRow = z.strictObject({ name: z.string(), waiting: z.boolean() });

/** Asks a board of the same system for a review. Shares the experiment, so that the board can see it. */
export async function askReview(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  input: AskReviewInput,
) {
  const { id: experimentId, systemId } = experiment;
  const board = await read(tx, boardToAskRow).row(sql`
    select b.name, exists (select 1 from board_reviews r where r.board_id = b.id
      and r.experiment_id = ${experimentId}::uuid and r.question = ${input.question} and ${unanswered}) as waiting
    from boards b where b.id = ${input.boardId}::uuid and b.system_id = ${systemId}::uuid`);
  if (!board) throw new Refusal([], { boardId: "Choose a board of this system" });
  if (board.waiting) throw new Refusal([`The ${board.name} has this question already, and has not answered it yet.`]);
  const [review] = await tx
    .insert(boardReviews)
    .values({ ...input, systemId, experimentId, askedBy: personId, askedAt: sql`leeway_now()` })
    .returning({ id: boardReviews.id });
  if (!review) throw new NotFound();
  await tx
    .update(experiments)
    .set({ sharedAt: sql`coalesce(${experiments.sharedAt}, leeway_now())` })
    .where(sql`${experiments.id} = ${experimentId}::uuid`);
  return { reviewId: review.id, board: board.name };
}

/** A review of this experiment. @throws {NotFound} */
export async function findReview(db: Db, experimentId: string, reviewId: string) {
  const review = (await listReviews(db, experimentId)).find((one) => one.id === reviewId);
  if (!review) throw new NotFound();
  return review;
}

/** Adds a board's answer. @throws {Conflict} when another was added since the page was read */
export async function answerReview(
  tx: Transaction,
  review: Awaited<ReturnType<typeof findReview>>,
  { systemId, personId, input }: { systemId: string; personId: string; input: AnswerReviewInput },
) {
  const { version, ...answer } = input;
  const [latest] = review.answers;
  if (latest && version !== review.answers.length) {
    const theirs = { answer: latest.answer, reason: latest.reason, lookAgainOn: latest.lookAgainOn };
    throw new Conflict(review.answers.length, theirs, latest.by, latest.at);
  }
  await tx.insert(reviewAnswers).values({ ...answer, systemId, answeredBy: personId, answeredAt: sql`leeway_now()` });
}
