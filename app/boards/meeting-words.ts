import { daysBetween } from "@/server/days";
import { pluralise, weekdayInWords } from "@/server/format";

type Meets = { meets: string | null; nextMeetingOn: string | null };

/** "Next meeting: Thursday 14 May 2026, in 3 days." */
export function nextMeetingInWords({ meets, nextMeetingOn }: Meets, today: string): string {
  if (!nextMeetingOn) return meets ? `It meets: ${meets}.` : "The next meeting has no date yet.";
  const days = daysBetween(today, nextMeetingOn);
  const when = days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${pluralise(days, "day")}`;
  return `Next meeting: ${weekdayInWords(nextMeetingOn)}, ${when}.`;
}

/** What a board has before it, in one sentence. */
export function waitingInWords(waiting: number, lookAgain = 0): string {
  const questions = `${pluralise(waiting, "question")} ${waiting === 1 ? "waits" : "wait"} for an answer`;
  const again = `${pluralise(lookAgain, "answer")} ${lookAgain === 1 ? "is" : "are"} to be looked at again`;
  if (waiting > 0 && lookAgain > 0) return `${questions}, and ${again}.`;
  if (lookAgain > 0) return `${again}.`;
  return waiting > 0 ? `${questions}.` : "Nothing waits for an answer.";
}
