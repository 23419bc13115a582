import { z } from "zod";
import { pdsaActs } from "@/db/vocabulary";
import { day, LAST_DAY_BEFORE_FIRST, optionalText, requiredText } from "@/server/text";

const planned = {
  plan: requiredText("Say what you will try in this cycle"),
  prediction: requiredText("Say what you expect to see"),
  fromOn: day("Enter the first day"),
  endsOn: day("Enter the last day").optional(),
};
const inOrder = ({ fromOn, endsOn }: { fromOn: string; endsOn?: string }) => !endsOn || fromOn <= endsOn;
const outOfOrder = { path: ["endsOn"], message: LAST_DAY_BEFORE_FIRST };

/** The start of a cycle: a plan with a prediction. */
export const planCycleInput = z.object(planned).refine(inOrder, outOfOrder);
export type PlanCycleInput = z.infer<typeof planCycleInput>;

/** The form's choice while nothing is decided. */
export const notYet = "not yet";

/** The whole cycle: plan, do, study against the prediction, and act. */
export const editCycleInput = z
  .object({
    ...planned,
    done: optionalText(),
    studied: optionalText(),
    act: z.enum([...pdsaActs, notYet], { error: "Choose what you do next" }),
    cycleId: z.uuid(),
    version: z.number().int(),
  })
  .refine(inOrder, outOfOrder)
  .refine(({ act, studied }) => act === notYet || studied !== undefined, {
    path: ["studied"],
    message: "Say what you saw, against what you expected, before you choose what next",
  });
export type EditCycleInput = z.infer<typeof editCycleInput>;
