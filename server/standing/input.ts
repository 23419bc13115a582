import { z } from "zod";
import type { RiskDomain } from "@/db/vocabulary";
import { day, LAST_DAY_BEFORE_FIRST, optionalText, requiredText } from "@/server/text";

/** Scores above this need a board as well. */
const score = z
  .number({ error: "Enter a whole number from 1 to 12" })
  .int("Enter a whole number from 1 to 12")
  .min(1, "Enter 1 or more, or leave the domain out")
  .max(12, "Enter 12 or less: from 15 on a board is asked as well")
  .optional();

/** A domain that is left out allows nothing. */
const highestScores = z
  .object({
    "quality and safety": score,
    people: score,
    finance: score,
    regulation: score,
    reputation: score,
    service: score,
  } satisfies Record<RiskDomain, typeof score>)
  .refine((scores) => Object.values(scores).some((one) => one !== undefined), {
    // Shown beside the first of the 6 fields, so that the error summary can link to it
    path: ["quality and safety"],
    error: "Enter a score for at least 1 of the 6",
  });

export const giveStandingInput = z
  .object({
    /** Without it: the floor for everyone. */
    organisationId: z.uuid().optional(),
    highestScores,
    longestWeeks: z
      .number({ error: "Enter a whole number of weeks, such as 12" })
      .int("Enter a whole number of weeks, such as 12")
      .min(1, "Enter 1 or more")
      .max(52, "Enter 52 or fewer"),
    note: optionalText(500),
    fromOn: day("Enter the first day"),
    endsOn: day("Enter the last day").optional(),
  })
  .refine((given) => given.endsOn === undefined || given.endsOn >= given.fromOn, {
    path: ["endsOn"],
    error: LAST_DAY_BEFORE_FIRST,
  });
export type GiveStandingInput = z.infer<typeof giveStandingInput>;

export const withdrawStandingInput = z.object({
  standingId: z.uuid(),
  reason: requiredText("Say why. A sentence is enough"),
});

/** Withdraws it for one experiment that was started by it. */
export const withdrawUseInput = z.object({ useId: z.uuid(), reason: requiredText("Say why. A sentence is enough") });
