import { z } from "zod";
import { day, LAST_DAY_BEFORE_FIRST, requiredText } from "@/server/text";

const version = z.number().int();

/** The days and board of a draft request. May be incomplete: the task list shows what is missing. */
export const saveDraftInput = z
  .object({
    fromOn: day("Enter the first day").optional(),
    endsOn: day("Enter the last day").optional(),
    boardId: z.uuid("Choose the board to ask").optional(),
    version,
  })
  .refine(({ fromOn, endsOn }) => !fromOn || !endsOn || endsOn >= fromOn, {
    path: ["endsOn"],
    error: LAST_DAY_BEFORE_FIRST,
  });

export const renewInDraftInput = z.object({
  renewsId: z.uuid(),
  whyLonger: requiredText("Say why you ask for longer. A sentence is enough"),
  version,
});

export const askAnewInput = z.object({ version });
