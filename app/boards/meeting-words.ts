import type { MeetingRule } from "@/db/vocabulary";
import { meetingDays, meetingRuleInWords } from "@/server/boards/meeting-rule";
import { daysBetween } from "@/server/days";
import { dayInWords, listInWords, pluralise, weekdayInWords } from "@/server/format";

/** "Next meeting: Thursday 14 May 2026, in 3 days." */
export function nextMeetingInWords(nextMeetingOn: string | null, today: string): string {
  if (!nextMeetingOn) return "The next meeting has no date yet.";
  const days = daysBetween(today, nextMeetingOn);
  const when = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${pluralise(days, "day")}`;
  return `Next meeting: ${weekdayInWords(nextMeetingOn)}, ${when}.`;
}

/** "Second Thursday of the month, 2pm to 4pm. After that on 11 June 2026, 9 July 2026 and 13 August 2026." */
export function meetingsInWords(rule: MeetingRule, today: string): string {
  const [, ...later] = meetingDays(rule, today, 4);
  const after = later.length > 0 ? ` After that on ${listInWords(later.map(dayInWords))}.` : "";
  return `${meetingRuleInWords(rule)}.${after}`;
}

/** What a board has to decide, in one sentence. */
export function waitingInWords(waiting: number, lookAgain = 0): string {
  const questions = `${pluralise(waiting, "question")} ${waiting === 1 ? "waits" : "wait"} for an answer`;
  const again = `${pluralise(lookAgain, "answer")} ${lookAgain === 1 ? "is" : "are"} to be looked at again`;
  if (waiting > 0 && lookAgain > 0) return `${questions}, and ${again}.`;
  if (lookAgain > 0) return `${again}.`;
  return waiting > 0 ? `${questions}.` : "Nothing waits for an answer.";
}
