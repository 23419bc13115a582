import { z } from "zod";
import { day, oneOfWords, optionalWords, words } from "@/server/text";

export const askInput = z
  .object({
    fromOn: day("Enter the first day"),
    untilOn: day("Enter the last day"),
  })
  .refine((asked) => asked.untilOn >= asked.fromOn, {
    path: ["untilOn"],
    error: "The last day must not be before the first day",
  });
export type AskInput = z.infer<typeof askInput>;

export const answerInput = z
  .object({
    requestId: z.uuid(),
    organisationId: z.uuid("Choose which organisation you answer for"),
    answer: oneOfWords(["yes", "question", "not this time"], "Choose an answer"),
    inWords: optionalWords(),
    /** SHA-256 of the terms that were on the screen. */
    termsHash: z.string().length(64),
  })
  .refine((given) => given.answer === "yes" || given.inWords.trim() !== "", {
    path: ["inWords"],
    error: "Write your question, or your reason. The team will see these words",
  });
export type AnswerInput = z.infer<typeof answerInput>;

export const takeBackInput = z.object({ requestId: z.uuid(), reason: words("Say why. A sentence is enough") });
export const withdrawInput = takeBackInput.extend({ organisationId: z.uuid("Choose the organisation") });
