import { z } from "zod";
import { type MeetingRule, seatRoles, weekdays, weeksOfMonth } from "@/db/vocabulary";
import { emailAddress } from "@/server/auth/input";
import { weekdayOf } from "@/server/boards/meeting-rule";
import { dayInWords } from "@/server/format";
import { day, optionalLine, requiredChoice, requiredLine, timeOfDay } from "@/server/text";

const hours = {
  weekday: requiredChoice(weekdays, "Choose the day of the week on which it meets."),
  startTime: timeOfDay("Enter when it starts, such as 2pm."),
  endTime: timeOfDay("Enter when it ends, such as 4pm."),
};

const meetingRuleInput = z
  .discriminatedUnion(
    "frequency",
    [
      z.object({ frequency: z.literal("every week"), ...hours }),
      z.object({
        frequency: z.literal("every second week"),
        ...hours,
        countedFrom: day("Enter a day on which it meets."),
      }),
      z.object({
        frequency: z.literal("every month"),
        ...hours,
        week: requiredChoice(weeksOfMonth, "Choose which one of the month it is."),
      }),
      z.object({ frequency: z.literal("no fixed day") }),
    ],
    { error: "Choose how often it meets." },
  )
  .superRefine((rule: MeetingRule, check) => {
    if (rule.frequency === "no fixed day") return;
    const say = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
    if (rule.endTime <= rule.startTime) say("endTime", "It ends before it starts. Change one of the times.");
    if (rule.frequency !== "every second week") return;
    const weekday = weekdayOf(rule.countedFrom);
    if (weekday !== rule.weekday)
      say("countedFrom", `${dayInWords(rule.countedFrom)} is a ${weekday}. Enter a ${rule.weekday} on which it meets.`);
  });

export const boardInput = z.object({
  name: requiredLine("Enter the board's name.", 200).transform((name) => name.trim()),
  meetingRule: meetingRuleInput,
});

export const seatInput = z
  .object({
    email: emailAddress,
    /** Needed only for someone who is not in Leeway yet. */
    name: optionalLine(200).transform((name) => name?.trim()),
    job: optionalLine(200).transform((job) => job?.trim()),
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
