import { z } from "zod";
import { requiredLine } from "@/server/text";

export const nameSystemInput = z.object({
  name: requiredLine("Enter the system's name, such as Quillshire Integrated Care System.", 200).transform((name) =>
    name.trim(),
  ),
  population: z
    .number({ error: "Enter how many people it serves, such as 742000." })
    .int("Enter a whole number.")
    .positive("Enter how many people it serves, such as 742000.")
    .max(100_000_000, "This is more people than live in the country.")
    .optional(),
});

const wholeFrom1To = (most: number, example: string) =>
  z
    .number({ error: `Enter a whole number, such as ${example}.` })
    .int("Enter a whole number.")
    .min(1, "Enter 1 or more.")
    .max(most, `Enter ${most} or fewer.`);

/** How long leaders have to answer, and how long a permission lasts at most. */
export const permissionLimitsInput = z.object({
  answerWithinDays: wholeFrom1To(90, "5"),
  longestPermissionMonths: wholeFrom1To(12, "12"),
});
