import { z } from "zod";
import { reviewAnswers } from "@/db/vocabulary";
import { day, requiredChoice, requiredText } from "@/server/text";

export const askReviewInput = z.object({
  boardId: z.uuid("Choose the board to ask"),
  question: requiredText("Say in one sentence what the board is to answer", 500),
});
export type AskReviewInput = z.infer<typeof askReviewInput>;

export const answerReviewInput = z.object({
  reviewId: z.uuid(),
  answer: requiredChoice(reviewAnswers, "Choose what the board says"),
  reason: requiredText("Say why. The team learns from the reason more than from the answer"),
  /** The day on which the board will look at it again. */
  lookAgainOn: day("Enter the day to look again").optional(),
  /** Number of answers shown on the page, so that two members cannot answer without seeing each other's. */
  version: z.number().int(),
});
export type AnswerReviewInput = z.infer<typeof answerReviewInput>;

/** Filters of the decisions page, from the URL. */
export const decisionFilters = z.object({
  board: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DecisionFilters = z.infer<typeof decisionFilters>;
