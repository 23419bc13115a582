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
  /** When the board wants to come back to it. */
  lookAgainOn: day("Enter the day to look again").optional(),
  /** How many answers there were on the screen, so that two members do not answer past each other. */
  version: z.number().int(),
});
export type AnswerReviewInput = z.infer<typeof answerReviewInput>;

/** What boards have decided, filtered in the address. */
export const decisionFilters = z.object({
  board: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type DecisionFilters = z.infer<typeof decisionFilters>;
