import type { MeasureRhythm, StopRuleKind } from "@/db/vocabulary";
import type { ChartSurroundings } from "@/server/charts/data";
import type { SystemPoint } from "@/server/measures/series";
import { type StopRuleSide, stopLineLabel } from "@/server/measures/stop-rule";

type Agreed = {
  dips: readonly { measureId: string; fromOn: string; endsOn: string; worstValue: number; agreed: boolean }[];
  stopRules: readonly {
    measureId: string | null;
    kind: StopRuleKind;
    threshold: number | null;
    metWhen: StopRuleSide | null;
  }[];
};
type DrawnMeasure = {
  id: string;
  unit: string;
  decimals: number;
  rhythm: MeasureRhythm;
  points: readonly SystemPoint[];
};

/** What was agreed in advance about a measure: windows in which it may dip, and thresholds at which the team stops or talks. */
export function agreedOn(
  measure: DrawnMeasure,
  { dips, stopRules }: Agreed,
): Pick<ChartSurroundings, "dips" | "stopLines"> {
  const lines = stopRules.flatMap(({ measureId, kind, threshold, metWhen }) =>
    measureId === measure.id && threshold !== null && metWhen !== null
      ? [{ at: threshold, label: stopLineLabel({ kind, threshold, metWhen }, measure) }]
      : [],
  );
  return {
    dips: dips
      .filter((dip) => dip.measureId === measure.id)
      .map(({ fromOn, endsOn, worstValue, agreed }) => ({ from: fromOn, to: endsOn, edge: worstValue, agreed })),
    stopLines: lines.filter((line, index) => lines.findIndex((other) => other.label === line.label) === index),
  };
}

const turnInWords: Record<string, string> = {
  started: "Started",
  paused: "Paused",
  resumed: "Went on",
  stopped: "Stopped",
  concluded: "Ended",
};

/** Starts, pauses and ends as marks in a chart, from its first result on. */
export function eventsOf(
  turns: readonly { turn: string; on: string }[],
  { points }: Pick<DrawnMeasure, "points">,
): { on: string; label: string }[] {
  const first = points.find((point) => point.value !== null)?.on;
  if (!first) return [];
  const events = turns
    .filter(({ on, turn }, index) => on >= first && !(turn === "stopped" && turns[index + 1]?.turn === "concluded"))
    .map(({ on, turn }) => ({ on, label: turnInWords[turn] ?? turn }));
  return events.filter(
    ({ on, label }, index) => events.findIndex((other) => other.on === on && other.label === label) === index,
  );
}
