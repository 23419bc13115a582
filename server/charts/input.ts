import { z } from "zod";
import { day, requiredLine, requiredText } from "@/server/text";

export const rebaseInput = z.object({
  periodOn: day("Choose the period from which the limits are set anew"),
  reason: requiredText("Say what changed for good, so that others can follow it", 500),
});
export type RebaseInput = z.infer<typeof rebaseInput>;
export const removeRebaseInput = z.object({ rebaseId: z.uuid() });

export const leaveOutInput = z.object({
  periodOn: day("Choose the result to leave out"),
  reason: requiredText("Say why this result does not count, so that others can follow it", 500),
});
export type LeaveOutInput = z.infer<typeof leaveOutInput>;
export const putBackInput = z.object({ pointId: z.uuid() });

export const noteInput = z.object({
  happenedOn: day("Enter the day it happened"),
  words: requiredLine("Say what happened, in a few words", 200),
});
export type NoteInput = z.infer<typeof noteInput>;
/** A note on the charts of one experiment only. */
export const noteOnChartInput = noteInput.extend({ measureId: z.uuid("Choose a chart") });
export const removeNoteInput = z.object({ noteId: z.uuid() });
