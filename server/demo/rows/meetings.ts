import type { MeetingRule } from "@/db/vocabulary";
import { nextMeetingOn } from "@/server/boards/meeting-rule";
import type { BoardRecord } from "../records";
import type { DemoSystem } from "./demo-system";

/** A board's meeting rule; the day from which "every second week" is counted moves like other dates. */
export function meetingRuleOf({ calendar }: DemoSystem, { meets }: BoardRecord<string, string>): MeetingRule {
  if (meets.frequency !== "every second week") return meets;
  return { ...meets, countedFrom: calendar.day(meets.countedFrom) };
}

/** The board's first meeting on or after a day of the records, but not in the past. */
export function meetingFrom(system: DemoSystem, boardKey: string, day: string): string | null {
  const { world, calendar } = system;
  const board = world.boards.find(({ key }) => key === boardKey);
  if (!board) throw new Error(`There is no board ${boardKey}`);
  const [, notBefore = day] = [calendar.today, calendar.day(day)].toSorted();
  return nextMeetingOn(meetingRuleOf(system, board), notBefore);
}
