import type { boardReviews, reviewAnswers } from "@/db/schema";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";
import { meetingFrom } from "./meetings";

/** Questions to boards, and their answers. */
export function reviewRows(system: DemoSystem) {
  const { world, calendar, systemId } = system;
  const reviews: (typeof boardReviews.$inferInsert)[] = [];
  const answers: (typeof reviewAnswers.$inferInsert)[] = [];
  for (const { key, reviews: questions = [] } of world.experiments) {
    questions.forEach((review, index) => {
      const id = demoId(`review/${key}/${index + 1}`);
      reviews.push({
        id,
        systemId,
        experimentId: demoId(`experiment/${key}`),
        boardId: demoId(`board/${review.board}`),
        requestId: review.request ? demoId(`request/${key}/${review.request}`) : null,
        question: calendar.replaceDates(review.question),
        askedBy: demoId(`person/${review.by}`),
        askedAt: calendar.instant(review.at),
      });
      review.answers.forEach(({ by, at, answer, reason, lookAgain }, place) => {
        answers.push({
          id: demoId(`review-answer/${key}/${index + 1}/${place + 1}`),
          systemId,
          reviewId: id,
          answer,
          reason: calendar.replaceDates(reason),
          lookAgainOn: lookAgain ? meetingFrom(system, review.board, lookAgain) : null,
          answeredBy: demoId(`person/${by}`),
          answeredAt: calendar.instant(at),
        });
      });
    });
  }
  return { reviews, answers };
}
