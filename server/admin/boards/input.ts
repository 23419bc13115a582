import { z } from "zod";
import { type MeetingRule, seatRoles, weekdays, weeksOfMonth } from "@/db/terms";
import { emailAddress } from "@/server/auth/input";
import { weekdayOf } from "@/server/boards/meeting-rule";
import { day, oneOfWords, optionalWords, timeOfDay, words } from "@/server/text";
import { dayInWords } from "@/server/words";

const hours = {
  weekday: oneOfWords(weekdays, "Choose the day of the week on which it meets."),
  startsAt: timeOfDay("Enter when it starts, such as 2pm."),
  endsAt: timeOfDay("Enter when it ends, such as 4pm."),
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
        week: oneOfWords(weeksOfMonth, "Choose which one of the month it is."),
      }),
      z.object({ frequency: z.literal("no fixed day") }),
    ],
    { error: "Choose how often it meets." },
  )
  .superRefine((rule: MeetingRule, check) => {
    if (rule.frequency === "no fixed day") return;
    const say = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message });
    if (rule.endsAt <= rule.startsAt) say("endsAt", "It ends before it starts. Change one of the times.");
    if (rule.frequency !== "every second week") return;
    const weekday = weekdayOf(rule.countedFrom);
    if (weekday !== rule.weekday)
      say("countedFrom", `${dayInWords(rule.countedFrom)} is a ${weekday}. Enter a ${rule.weekday} on which it meets.`);
  });

export const boardInput = z.object({
  name: words("Enter the board's name.", 200).transform((name) => name.trim()),
  meetingRule: meetingRuleInput,
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
