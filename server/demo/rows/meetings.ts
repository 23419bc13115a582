import type { MeetingRule } from "@/db/vocabulary";
import { nextMeetingOn } from "@/server/boards/meeting-rule";
import type { BoardRecord } from "../records";
import type { DemoSystem } from "./demo-system";

/** A board's rule as it holds in the calendar: "every second week" is counted from a day, which moves. */
export function meetingRuleOf({ calendar }: DemoSystem, { meets }: BoardRecord<string, string>): MeetingRule {
  if (meets.frequency !== "every second week") return meets;
  return { ...meets, countedFrom: calendar.day(meets.countedFrom) };
}

/** The board's first meeting from a day of the records on: never a past one, whichever day the world is filled on. */
export function meetingFrom(system: DemoSystem, boardKey: string, day: string): string | null {
  const { world, calendar } = system;
  const board = world.boards.find(({ key }) => key === boardKey);
  if (!board) throw new Error(`The records know no board ${boardKey}`);
  const [, notBefore = day] = [calendar.today, calendar.day(day)].toSorted();
  return nextMeetingOn(meetingRuleOf(system, board), notBefore);
}
