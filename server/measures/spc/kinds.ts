import type { ChartKind, MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import type { SpcPoint } from "./points";

/** Charts of rare events: each value is the days (t) or cases (g) since the previous event. */
export const isByEvent = (kind: ChartKind): boolean => kind === "t" || kind === "g";

/** Charts with numerator and denominator: each point has its own limits, narrower for a larger denominator. */
export const isOutOf = (kind: ChartKind): boolean => kind === "p" || kind === "u";

const byChance: Record<MeasureCounting, readonly ChartKind[]> = {
  percentage: ["XmR", "p"],
  ratio: ["XmR", "u"],
  count: ["XmR", "c"],
  value: ["XmR", "t", "g"],
};

/** The chart kinds possible for a way of counting. Events need daily values. */
export const kindsFor = (counting: MeasureCounting, rhythm: MeasureRhythm): readonly ChartKind[] =>
  byChance[counting].filter((kind) => rhythm === "day" || !isByEvent(kind));

/** An error message when a value is invalid as time or cases between events; null when valid. */
export function problemWithEvent(kind: ChartKind, value: number): string | null {
  if (kind === "t" && value <= 0) return NOT_ABOVE_0;
  if (kind === "g" && !(Number.isInteger(value) && value >= 0))
    return "Enter whole cases: 0 or more, and no part of one";
  return null;
}

/** Used by the engine, the number box, and a definition that does not fit existing results. */
export const NOT_ABOVE_0 =
  "A time between 2 events must be above 0: enter parts of a day, such as 0.5, or count cases on a g chart";

/**
 * The kind to draw results as: the chosen one, or XmR where a result makes that impossible. A record shows results as known
 * at the time, and may include one that was corrected before the kind was chosen.
 */
export const kindThatFits = (kind: ChartKind, points: readonly SpcPoint[]): ChartKind =>
  points.some(({ value }) => value !== null && problemWithEvent(kind, value) !== null) ? "XmR" : kind;
