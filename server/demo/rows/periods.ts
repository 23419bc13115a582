import type { MeasureRhythm } from "@/db/vocabulary";
import { addDays } from "@/server/days";
import { worldToday } from "../calendar";
import type { MeasureRecord } from "../records";

type MeasurePoints = Pick<MeasureRecord<string, string>, "points" | "chartKind">;

export const rhythmOf = ({ chartKind }: MeasurePoints): MeasureRhythm => (chartKind === "t" ? "day" : "week");

/** The first day of the period of a figure, by its turn; of a rare event its own day, so long after the one before. */
export function periodOn({ points: { from, values }, chartKind }: MeasurePoints, turn: number): string {
  const waited = values.slice(0, turn + 1).reduce((days, between) => days + between, 0);
  return addDays(from, chartKind === "t" ? waited : 7 * turn);
}

/** On the morning after the period; the latest week on its Sunday evening, because today's morning may not have come yet. */
export function loggedAt(measure: MeasurePoints, turn: number): string {
  const after = addDays(periodOn(measure, turn), rhythmOf(measure) === "day" ? 1 : 7);
  if (after >= worldToday) return `${addDays(worldToday, -1)} 19:35`;
  return `${after} ${mornings[turn % mornings.length]}`;
}

const mornings = ["06:50", "08:10", "07:35", "09:05", "08:40"];
