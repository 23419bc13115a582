import { type MeetingRule, type Weekday, weekdays, weeksOfMonth } from "@/db/vocabulary";
import { addDays, addMonths, daysBetween, startOfMonth } from "@/server/days";
import { clockTimeInWords, sentenceCase } from "@/server/format";

/** A board's meeting days, computed from its rule. Days are London days, such as "2026-05-14". */

type MonthlyRule = Extract<MeetingRule, { frequency: "every month" }>;

/** The first meeting on or after a day; null without a fixed day. */
export function nextMeetingOn(rule: MeetingRule, today: string): string | null {
  switch (rule.frequency) {
    case "every week":
      return addDays(today, daysUntil(rule.weekday, today));
    case "every second week":
      return addDays(today, modulo(daysBetween(today, rule.countedFrom), 14));
    case "every month": {
      const ofThisMonth = meetingInMonthOf(today, rule);
      return ofThisMonth >= today ? ofThisMonth : meetingInMonthOf(addMonths(startOfMonth(today), 1), rule);
    }
    case "no fixed day":
      return null;
  }
}

/** The next `count` meetings on or after a day. */
export function meetingDays(rule: MeetingRule, from: string, count: number): string[] {
  const days: string[] = [];
  for (let next = nextMeetingOn(rule, from); next && days.length < count; next = nextMeetingOn(rule, addDays(next, 1)))
    days.push(next);
  return days;
}

/** "Second Thursday of the month, 2pm to 4pm", "Every second Tuesday, 8:30am to 10am". */
export function meetingRuleInWords(rule: MeetingRule): string {
  if (rule.frequency === "no fixed day") return "No fixed day";
  const hours = `${clockTimeInWords(rule.startTime)} to ${clockTimeInWords(rule.endTime)}`;
  if (rule.frequency === "every month") return `${sentenceCase(rule.week)} ${rule.weekday} of the month, ${hours}`;
  return `${rule.frequency === "every week" ? "Every" : "Every second"} ${rule.weekday}, ${hours}`;
}

export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(day).getUTCDay() + 6) % 7] as Weekday;
}

const daysUntil = (weekday: Weekday, from: string) =>
  modulo(weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(from)), 7);

function meetingInMonthOf(day: string, { week, weekday }: MonthlyRule): string {
  const first = startOfMonth(day);
  // A week of the month starts on its 1st, 8th, 15th or 22nd; the last is its last 7 days
  const weekStart = week === "last" ? addDays(addMonths(first, 1), -7) : addDays(first, 7 * weeksOfMonth.indexOf(week));
  return addDays(weekStart, daysUntil(weekday, weekStart));
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
