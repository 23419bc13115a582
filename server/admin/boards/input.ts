import { z } from "zod";
import { seatRoles } from "@/db/terms";
import { emailAddress } from "@/server/auth/input";
import { day, oneOfWords, optionalWords, words } from "@/server/text";

export const boardInput = z.object({
  name: words("Enter the board's name.", 200).transform((name) => name.trim()),
  meets: optionalWords(200).transform((meets) => meets.trim()),
  nextMeetingOn: day("Enter the day of the next meeting.").optional(),
});

export const seatInput = z
  .object({
    email: emailAddress,
    /** Needed only for someone who is not in Leeway yet. */
    name: optionalWords(200).transform((name) => name.trim()),
    job: optionalWords(200).transform((job) => job.trim()),
    role: oneOfWords(seatRoles, "Choose what they do on the board."),
    organisationId: z.uuid("Choose the organisation they sit for.").optional(),
    fromOn: day("Enter the first day."),
    toOn: day("Enter the last day.").optional(),
  })
  .refine(({ fromOn, toOn }) => !toOn || fromOn <= toOn, {
    path: ["toOn"],
    message: "The last day comes before the first. Change one of them.",
  });

export const endSeatInput = z.object({ lastOn: day("Enter their last day.") });
