import type { MeasureRhythm } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { worldToday } from "../calendar";
import type { MeasureRecord } from "../records";

type MeasurePoints = Pick<MeasureRecord<string, string>, "points" | "chartKind">;

export const rhythmOf = ({ chartKind }: MeasurePoints): MeasureRhythm => (chartKind === "t" ? "day" : "week");

/** The first day of a value's week; for a rare event, its day. */
export function periodOn({ points: { from, values }, chartKind }: MeasurePoints, index: number): string {
  const daysUntilEvent = values.slice(0, index + 1).reduce((days, between) => days + between, 0);
  return addDays(from, chartKind === "t" ? daysUntilEvent : 7 * index);
}

/** The morning after the period; for the latest week its Sunday evening, because this morning may still be in the future. */
export function loggedAt(measure: MeasurePoints, index: number): string {
  const dayAfter = addDays(periodOn(measure, index), rhythmOf(measure) === "day" ? 1 : 7);
  if (dayAfter >= worldToday) return `${addDays(worldToday, -1)} 19:35`;
  return `${dayAfter} ${mornings[index % mornings.length]}`;
}

const mornings = ["06:50", "08:10", "07:35", "09:05", "08:40"];
