import { z } from "zod";
import { stopRuleKinds } from "@/db/vocabulary";
import { day, LAST_DAY_BEFORE_FIRST, optionalText, requiredChoice } from "@/server/text";

export const stopRuleSides = ["at or above", "above", "at or below", "below"] as const;

export const expectDipInput = z
  .object({
    measureId: z.uuid("Choose the measure that may dip"),
    worstValue: z.number({ error: "Enter the worst value that is still all right, as a number" }),
    fromOn: day("Enter the first day"),
    endsOn: day("Enter the last day"),
    carriedBy: z
      .array(z.uuid())
      .min(1, "Choose who carries it: at least 1 organisation")
      .max(60, "Choose at most 60 organisations"),
  })
  .refine((dip) => dip.endsOn >= dip.fromOn, {
    path: ["endsOn"],
    error: LAST_DAY_BEFORE_FIRST,
  });
export type ExpectDipInput = z.infer<typeof expectDipInput>;

export const setStopRuleInput = z
  .object({
    kind: requiredChoice(stopRuleKinds, "Choose what it does"),
    /** What makes them stop; on a measure only a note, because the numbers decide. */
    words: optionalText(300).transform((words) => words ?? ""),
    measureId: z.uuid().optional(),
    metWhen: z.enum(stopRuleSides).optional(),
    threshold: z.number({ error: "Enter a number" }).optional(),
    periodsRunning: z
      .number({ error: "Enter a whole number, such as 2" })
      .int("Enter a whole number, such as 2")
      .min(1, "Enter 1 or more")
      .max(52, "Enter 52 or fewer")
      .optional(),
  })
  // Also while another answer is missing, so that an empty form says all at once
  .refine(({ measureId, words = "" }) => measureId !== undefined || words !== "", {
    path: ["words"],
    error: "Say what makes you stop, such as 1 serious miss. Or choose a figure",
    when: () => true,
  })
  .superRefine((rule, context) => {
    const complain = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!rule.measureId) return;
    if (!rule.metWhen) complain("metWhen", "Choose on which side of the number it is met");
    if (rule.threshold === undefined) complain("threshold", "Enter the number that makes you stop");
    if (rule.periodsRunning === undefined) complain("periodsRunning", "Enter how many periods running");
  });
export type SetStopRuleInput = z.infer<typeof setStopRuleInput>;
