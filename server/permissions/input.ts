import { z } from "zod";
import { pauseDecisions, permissionAnswers } from "@/db/vocabulary";
import { day, optionalText, requiredChoice, requiredText } from "@/server/text";

export const askInput = z
  .object({
    fromOn: day("Enter the first day"),
    endsOn: day("Enter the last day"),
    /** The request it renews: longer is a new, linked request. */
    renewsId: z.uuid().optional(),
    /** The board to ask as well, where its yes is needed and there are several. */
    boardId: z.uuid("Choose the board to ask").optional(),
    whyLonger: optionalText().optional(),
    /** The draft that was on the screen: if it has changed since, nothing is sent. */
    draftVersion: z.number().int().optional(),
    /** Said when several experiments expect the same figure to dip at the same time. */
    acknowledgesTogether: z.boolean().optional(),
  })
  .refine((asked) => asked.endsOn >= asked.fromOn, {
    path: ["endsOn"],
    error: "The last day must not be before the first day",
  });
export type AskInput = z.infer<typeof askInput>;

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
    /** Said when several experiments expect the same figure to dip at the same time. */
    acknowledgesTogether: z.boolean().optional(),
    inWords: optionalText(),
    /** SHA-256 of the terms that were on the screen. */
    termsHash: z.string().length(64),
  })
  .refine(({ answer, inWords }) => answer === "yes" || answer === "yes with conditions" || inWords.trim() !== "", {
    path: ["inWords"],
    error: "Write your question, or your reason. The team will see these words",
  })
  .refine(
    ({ answer, inWords, endsOn, tighterDips = [] }) =>
      answer !== "yes with conditions" ||
      endsOn !== undefined ||
      tighterDips.some((dip) => dip.worstValue !== undefined) ||
      inWords.trim() !== "",
    { path: ["endsOn"], error: "Say your condition: an earlier day, a tighter dip, or words" },
  );
export type AnswerInput = z.infer<typeof answerInput>;

export const replyInput = z.object({
  /** The leader's question. */
  answerId: z.uuid(),
  inWords: requiredText("Write your reply. The leader reads these words"),
});

/** What the team chooses at the end of a permission: longer takes a reason. */
export const atTheEndInput = z
  .object({
    /** The request that is near its end. */
    requestId: z.uuid(),
    choice: requiredChoice(["longer", "let it end"], "Choose what happens when it ends"),
    reason: optionalText(),
  })
  .refine(({ choice, reason }) => choice === "let it end" || reason.trim() !== "", {
    path: ["reason"],
    error: "Say why you need longer. The leaders read these words",
  });
export const letItEndInput = z.object({ requestId: z.uuid(), reason: optionalText() });

export const takeBackInput = z.object({ requestId: z.uuid(), reason: requiredText("Say why. A sentence is enough") });
export const withdrawInput = takeBackInput.extend({ organisationId: z.uuid("Choose the organisation") });

export const reportFixInput = z.object({ words: requiredText("Say what you have done. A sentence is enough") });

export const decideInPauseInput = z.object({
  organisationId: z.uuid("Choose which organisation you answer for"),
  decision: requiredChoice(pauseDecisions, "Choose what happens now"),
  reason: requiredText("Say why. A sentence is enough"),
});
