import { z } from "zod";
import { pdsaActs } from "@/db/terms";
import { day, optionalWords, words } from "@/server/text";

const planned = {
  plan: words("Say what you will try in this cycle"),
  prediction: words("Say what you expect to see"),
  fromOn: day("Enter the first day"),
  untilOn: day("Enter the last day").optional(),
};
const inOrder = ({ fromOn, untilOn }: { fromOn: string; untilOn?: string }) => !untilOn || fromOn <= untilOn;
const outOfOrder = { path: ["untilOn"], message: "The last day must not be before the first day" };

/** Plan, with a prediction: what a cycle begins with. */
export const planCycleInput = z.object(planned).refine(inOrder, outOfOrder);
export type PlanCycleInput = z.infer<typeof planCycleInput>;

/** What the form offers while nothing is decided. */
export const notYet = "not yet";

/** The whole cycle: what was done, what was seen against the prediction, and what next. */
export const editCycleInput = z
  .object({
    ...planned,
    done: optionalWords(),
    studied: optionalWords(),
    act: z.enum([...pdsaActs, notYet], { error: "Choose what you do next" }),
    cycleId: z.uuid(),
    version: z.number().int(),
  })
  .refine(inOrder, outOfOrder)
  .refine(({ act, studied }) => act === notYet || studied.trim() !== "", {
    path: ["studied"],
    message: "Say what you saw, against what you expected, before you choose what next",
  });
export type EditCycleInput = z.infer<typeof editCycleInput>;
