import { z } from "zod";
import { inParallel, together } from "@/db/together";
import { answerReviewInput, askReviewInput, decisionFilters } from "@/server/boards/input";
import { answeredForBoard, askedBoard } from "@/server/boards/journal-sentences";
import {
  findBoard,
  listAnsweredByMine,
  listBoards,
  listDecisions,
  listToLookAtAgain,
  listWaiting,
} from "@/server/boards/queries";
import { answerReview, askReview, findReview } from "@/server/boards/review-queries";
import { NotAllowed, Refusal, refuse } from "@/server/errors";
import { recordTurn } from "@/server/experiments/change-queries";
import { pausedByBoard, showedIdea } from "@/server/experiments/journal-sentences";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { findWho } from "@/server/people/queries";
import { boardYeses, whyNotSecondYes } from "@/server/permissions/answering/one-yes";
import { listYeses } from "@/server/permissions/answering/one-yes-queries";
import { listUnanswered } from "@/server/permissions/handover/affected-queries";
import { findWholePermission } from "@/server/permissions/whole-queries";
import { policy } from "@/server/policy";
import { router, signedIn } from "@/server/trpc";
import type { ExperimentForPolicy, Who } from "@/server/who";

const pageSize = 20;

/** Policy of one review: the person sits on the board and is not the one who asked. */
const mayAnswer = (who: Who, experiment: ExperimentForPolicy, review: { boardId: string; askedById: string }) =>
  policy.answerReview(who, { ...experiment, boardIds: [review.boardId] }) && !who.accounts.includes(review.askedById);

const seatOn = (who: Who, boardId: string) => who.seats.find((seat) => seat.boardId === boardId)?.role ?? null;

export const boardsRouter = router({
  list: signedIn.query(async ({ ctx: { db, person } }) => {
    const who = await findWho(db, person.id);
    return (await listBoards(db, who)).map((board) => ({ ...board, mySeat: seatOn(who, board.id) }));
  }),

  /** One board, with its seats, open questions and latest decisions. */
  find: signedIn.input(z.object({ boardId: z.uuid() })).query(async ({ ctx: { db, person }, input: { boardId } }) => {
    const who = await findWho(db, person.id);
    const board = await findBoard(db, boardId);
    const { unanswered, decided, ...asked } = await together(db, (one) =>
      inParallel({
        waiting: listWaiting(one, who, boardId),
        unanswered: listUnanswered(one, board.systemId),
        lookAgain: listToLookAtAgain(one, who, { boardId, by: board.nextMeetingOn ?? board.today }),
        decided: listDecisions(one, who, { boardId, page: 1, pageSize: 5 }),
      }),
    );
    return {
      ...board,
      ...asked,
      ...decided,
      mySeat: seatOn(who, boardId),
      unanswered: unanswered.map((affected) => ({ ...affected, opens: true })),
    };
  }),

  /** The answers of all boards of the person's systems, newest first. */
  decisions: signedIn.input(decisionFilters).query(async ({ ctx: { db, person }, input: { board, page } }) => {
    const who = await findWho(db, person.id);
    const found = await together(db, (one) => listDecisions(one, who, { boardId: board, page, pageSize }));
    return { ...found, pages: Math.max(1, Math.ceil(found.total / pageSize)) };
  }),

  /** The latest answer to each question of the person's own boards. */
  answeredByMine: signedIn.query(async ({ ctx: { db, person } }) =>
    listAnsweredByMine(db, await findWho(db, person.id)),
  ),

  reviewsOf: onExperiment.query(async ({ ctx: { db, experiment, who } }) =>
    (await findWholePermission(db, experiment)).reviews.map(({ askedById, ...review }) => ({
      ...review,
      mayAnswer: mayAnswer(who, experiment, { ...review, askedById }),
    })),
  ),

  askReview: changeExperiment
    .meta({ may: "askBoard" })
    .input(askReviewInput)
    .mutation(async ({ ctx, input: { boardId, question } }) => {
      const { reviewId, board } = await askReview(ctx.db, ctx.experiment, ctx.person.id, { boardId, question });
      if (!ctx.experiment.shared) ctx.journal(showedIdea);
      ctx.journal(askedBoard(board, question), { news: { kind: "board asked", reviewId } });
      return { reviewId };
    }),

  answerReview: changeExperiment
    .meta({ may: "answerReview" })
    .input(answerReviewInput)
    .mutation(async ({ ctx, input }) => {
      const { db, experiment, who, person } = ctx;
      const review = await findReview(db, experiment.id, input.reviewId);
      if (!mayAnswer(who, experiment, review)) throw new NotAllowed();
      if (review.requestId && boardYeses.includes(input.answer)) {
        const second = whyNotSecondYes(who, await listYeses(db, review.requestId), review.boardId);
        if (second) refuse(second);
      }
      if (input.lookAgainOn && input.lookAgainOn <= experiment.today) {
        throw new Refusal([], { lookAgainOn: "The day to look again must be in the future" });
      }
      await answerReview(db, review, { systemId: experiment.systemId, personId: person.id, input });
      ctx.journal(answeredForBoard(review.board, input), {
        news: { kind: "board answered" },
        details: { reviewId: review.id },
      });
      // A board that says stop pauses at once, and a leader lifts it (rule I8)
      if (input.answer === "stop" && experiment.facts.lastTurn !== null && !experiment.ended) {
        const { board } = review;
        const turn = { turn: "paused" as const, pauseReason: "a board said stop" as const };
        await recordTurn(db, experiment, person.id, { ...turn, reason: `The ${board}: ${input.reason}` });
        ctx.journal(pausedByBoard(board, input.reason), { news: { kind: "paused" } });
      }
      return {};
    }),
});
