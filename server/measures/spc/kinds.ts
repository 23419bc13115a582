import type { ChartKind, MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import type { SpcPoint } from "./points";

/** Each result is one rare event, and its figure what passed since the one before: days (t) or cases (g). */
export const isByEvent = (kind: ChartKind): boolean => kind === "t" || kind === "g";

/** Each result is so many of so many, and has limits of its own: the more were counted, the less chance can do. */
export const isOutOf = (kind: ChartKind): boolean => kind === "p" || kind === "u";

const byChance: Record<MeasureCounting, readonly ChartKind[]> = {
  percentage: ["XmR", "p"],
  ratio: ["XmR", "u"],
  count: ["XmR", "c"],
  value: ["XmR", "t", "g"],
};

/** The charts that can be made of figures counted in one way. An event has a day, so a week's or a month's value is none. */
export const kindsFor = (counting: MeasureCounting, rhythm: MeasureRhythm): readonly ChartKind[] =>
  byChance[counting].filter((kind) => rhythm === "day" || !isByEvent(kind));

/** Why a figure cannot be what passed between two events, for the box it stands in; null when it can. */
export function problemWithEvent(kind: ChartKind, value: number): string | null {
  if (kind === "t" && value <= 0) return NOT_ABOVE_0;
  if (kind === "g" && !(Number.isInteger(value) && value >= 0))
    return "Enter whole cases: 0 or more, and no part of one";
  return null;
}

/** Said by the engine, by the number box and by a definition that results do not fit. */
export const NOT_ABOVE_0 =
  "A time between 2 events must be above 0: enter parts of a day, such as 0.5, or count cases on a g chart";

/**
 * The kind that results can be drawn as: theirs, or XmR where one of them makes that impossible. A record shows figures as
 * they were known then, and so may hold one that was corrected before the kind was chosen.
 */
export const kindThatFits = (kind: ChartKind, points: readonly SpcPoint[]): ChartKind =>
  points.some(({ value }) => value !== null && problemWithEvent(kind, value) !== null) ? "XmR" : kind;
