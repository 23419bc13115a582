import type { MeasureDirection } from "@/db/vocabulary";
import type { SpcSettings } from "./settings";
import { type Side, type Signal, specialCauses } from "./special-causes";

/** One point's meaning, given the direction of improvement. */
export type PointKind = "common cause" | "improvement" | "concern" | "neutral high" | "neutral low";

/**
 * The verdict on the whole series, from its last point. "Moved": that point has no signal, but the series as a whole does.
 */
export type Verdict = "improved" | "sustained" | "deteriorated" | "changed" | "moved";

/** A goal relative to the limits: always reached, never reached, or sometimes by chance. */
export type Assurance = "hits" | "misses" | "hit and miss";

const goodSide = (direction: MeasureDirection): Side | null =>
  direction === "up" ? "high" : direction === "down" ? "low" : null;

/** The signal that determines a point's label and colour. Within a rule the later wins, as at the peak of two trends. */
export function chosenSignal(
  signals: readonly Signal[],
  direction: MeasureDirection,
  conflict: SpcSettings["conflict"],
): Signal | null {
  if (signals.length < 2) return signals[0] ?? null;
  const good = signals.filter((signal) => signal.side === goodSide(direction));
  const candidates = conflict === "improvement" && good.length > 0 ? good : signals;
  for (const rule of specialCauses) {
    const found = candidates.findLast((signal) => signal.rule === rule);
    if (found) return found;
  }
  return null;
}

export function pointKind(signal: Signal | null, direction: MeasureDirection): PointKind {
  if (!signal) return "common cause";
  const good = goodSide(direction);
  if (good === null) return signal.side === "high" ? "neutral high" : "neutral low";
  return signal.side === good ? "improvement" : "concern";
}

export function verdictOf(kind: PointKind): Verdict {
  if (kind === "common cause") return "sustained";
  if (kind === "improvement") return "improved";
  return kind === "concern" ? "deteriorated" : "changed";
}

/** The assurance of a goal from the last limits; null without a goal or where neither direction is better. */
export function assurance(
  target: number | null,
  direction: MeasureDirection,
  limits: { lpl: number; upl: number } | null,
  onLimit: SpcSettings["targetOnLimit"],
): Assurance | null {
  if (target === null || direction === "neither") return null;
  if (!limits) return "hit and miss";
  const touching = onLimit === "beyond";
  const below = touching ? target <= limits.lpl : target < limits.lpl;
  const above = touching ? target >= limits.upl : target > limits.upl;
  // When both limits equal the mean and the goal, the goal is always reached, so "hits" is checked first.
  if (direction === "up" ? below : above) return "hits";
  if (direction === "up" ? above : below) return "misses";
  return "hit and miss";
}
