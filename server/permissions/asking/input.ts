import { z } from "zod";
import { day, LAST_DAY_BEFORE_FIRST, optionalText, requiredChoice, requiredText } from "@/server/text";

export const askInput = z
  .object({
    fromOn: day("Enter the first day"),
    endsOn: day("Enter the last day"),
    /** The request it renews. */
    renewsId: z.uuid().optional(),
    /** The board to ask as well, when one is needed and there are several. */
    boardId: z.uuid("Choose the board to ask").optional(),
    whyLonger: optionalText(),
    /** Version of the draft shown on the page: refused if it has changed since. */
    draftVersion: z.number().int().optional(),
    /** Needed when other experiments expect the same measure to dip at the same time. */
    acknowledgesCombinedDips: z.boolean().optional(),
  })
  .refine(({ fromOn, endsOn }) => endsOn >= fromOn, {
    path: ["endsOn"],
    error: LAST_DAY_BEFORE_FIRST,
  });
export type AskInput = z.infer<typeof askInput>;

/** The team's choice at the end of a permission; a renewal needs a reason. */
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
