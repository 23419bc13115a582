import { z } from "zod";
import { pauseDecisions, permissionAnswers } from "@/db/vocabulary";
import { day, optionalText, requiredChoice, requiredText } from "@/server/text";

export const answerInput = z
  .object({
    requestId: z.uuid(),
    organisationId: z.uuid("Choose which organisation you answer for"),
    answer: requiredChoice(permissionAnswers, "Choose an answer"),
    /** Conditions: a shorter date, or a tighter dip. The team accepts them before they cover anything. */
    endsOn: day("Enter the last day").optional(),
    tighterDips: z
      .array(z.object({ dipId: z.uuid(), worstValue: z.number({ error: "Enter a number" }).optional() }))
      .max(20)
      .optional(),
    /** Needed when other experiments expect the same measure to dip at the same time. */
    acknowledgesCombinedDips: z.boolean().optional(),
    inWords: optionalText(),
    /** SHA-256 of the terms shown on the page. */
    termsHash: z.string().length(64),
  })
  .refine(({ answer, inWords }) => answer === "yes" || answer === "yes with conditions" || inWords !== undefined, {
    path: ["inWords"],
    error: "Write your question, or your reason. The team will see these words",
  })
  .refine(
    ({ answer, inWords, endsOn, tighterDips = [] }) =>
      answer !== "yes with conditions" ||
      endsOn !== undefined ||
      tighterDips.some((dip) => dip.worstValue !== undefined) ||
      inWords !== undefined,
    { path: ["endsOn"], error: "Say your condition: an earlier day, a tighter dip, or words" },
  );
export type AnswerInput = z.infer<typeof answerInput>;

export const replyInput = z.object({
  /** The leader's question. */
  answerId: z.uuid(),
  inWords: requiredText("Write your reply. The leader reads these words"),
});

export const withdrawInput = z.object({
  requestId: z.uuid(),
  organisationId: z.uuid("Choose the organisation"),
  reason: requiredText("Say why. A sentence is enough"),
});

export const reportFixInput = z.object({ words: requiredText("Say what you have done. A sentence is enough") });

export const decideInPauseInput = z.object({
  organisationId: z.uuid("Choose which organisation you answer for"),
  decision: requiredChoice(pauseDecisions, "Choose what happens now"),
  reason: requiredText("Say why. A sentence is enough"),
});
