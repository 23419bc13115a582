import { z } from "zod";
import { seatRoles } from "@/db/vocabulary";
import { emailAddress } from "@/server/auth/input";
import { day, optionalText, requiredChoice, requiredText } from "@/server/text";

export const boardInput = z.object({
  name: requiredText("Enter the board's name.", 200).transform((name) => name.trim()),
  meets: optionalText(200).transform((meets) => meets?.trim()),
  nextMeetingOn: day("Enter the day of the next meeting.").optional(),
});

export const seatInput = z
  .object({
    email: emailAddress,
    /** Needed only for someone who is not in Leeway yet. */
    name: optionalText(200).transform((name) => name?.trim()),
    job: optionalText(200).transform((job) => job?.trim()),
    role: requiredChoice(seatRoles, "Choose what they do on the board."),
    organisationId: z.uuid("Choose the organisation they sit for.").optional(),
    fromOn: day("Enter the first day."),
    endsOn: day("Enter the last day.").optional(),
  })
  .refine(({ fromOn, endsOn }) => !endsOn || fromOn <= endsOn, {
    path: ["endsOn"],
    message: "The last day comes before the first. Change one of them.",
  });

export const endSeatInput = z.object({ lastOn: day("Enter their last day.") });
