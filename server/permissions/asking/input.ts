import { z } from "zod";
import { day, LAST_DAY_BEFORE_FIRST, optionalText, requiredChoice, requiredText } from "@/server/text";

export const askInput = z
  .object({
    fromOn: day("Enter the first day"),
    endsOn: day("Enter the last day"),
    /** The request it renews: longer is a new, linked request. */
    renewsId: z.uuid().optional(),
    /** The board to ask as well, where its yes is needed and there are several. */
    boardId: z.uuid("Choose the board to ask").optional(),
    whyLonger: optionalText(),
    /** The draft that was on the screen: if it has changed since, nothing is sent. */
    draftVersion: z.number().int().optional(),
    /** Said when several experiments expect the same figure to dip at the same time. */
    acknowledgesCombinedDips: z.boolean().optional(),
  })
  .refine((asked) => asked.endsOn >= asked.fromOn, {
    path: ["endsOn"],
    error: LAST_DAY_BEFORE_FIRST,
  });
export type AskInput = z.infer<typeof askInput>;

/** What the team chooses at the end of a permission: longer takes a reason. */
export const atTheEndInput = z
  .object({
    /** The request that is near its end. */
    requestId: z.uuid(),
    choice: requiredChoice(["longer", "let it end"], "Choose what happens when it ends"),
    reason: optionalText(),
  })
  .refine(({ choice, reason }) => choice === "let it end" || reason !== undefined, {
    path: ["reason"],
    error: "Say why you need longer. The leaders read these words",
  });
export const letItEndInput = z.object({ requestId: z.uuid(), reason: optionalText() });

export const takeBackInput = z.object({ requestId: z.uuid(), reason: requiredText("Say why. A sentence is enough") });
