import type { XmrAnalysis, XmrOptions } from "./analysis";
import { lagOneCorrelation } from "./autocorrelation";
import { POINTS_FOR_BASELINE } from "./firmness";
import { judge, measurePart } from "./parts";
import { assurance, chosenSignal, pointKind, verdictOf } from "./reading";
import { inOrder, type SpcPoint, splitAt } from "./rows";
import { nhsEngland } from "./settings";
import { markSignals } from "./signals";

/**
 * An XmR chart as numbers: limits by part, every rule that fires for every point, and what the last point says.
 * Neither an agreed dip nor the order of the input changes anything here.
 * @throws {RangeError} a sentence, when the points cannot make a chart or the baseline is too short
 */
export function xmr(points: readonly SpcPoint[], options: XmrOptions): XmrAnalysis {
  const settings = options.settings ?? nhsEngland;
  const { direction, target = null, baselinePoints = null } = options;
  if (baselinePoints !== null && baselinePoints < POINTS_FOR_BASELINE) {
    throw new RangeError(`A fixed baseline needs ${POINTS_FOR_BASELINE} points or more`);
  }
  const rows = inOrder(points);
  const parts = splitAt(rows, options.partsFrom ?? []).map((group) => measurePart(group, baselinePoints, settings));
  const judged = parts.flatMap((part, number) => part.rows.map((row) => judge(row, number, part)));
  // A part too short for limits is a run chart: its rules judge the series, never a point.
  const hasLimits = parts.map((part) => part.summary.firmness !== "run chart");
  markSignals(
    judged.filter((point) => !point.leftOut && hasLimits[point.part]),
    settings,
  );
  for (const point of judged) {
    point.signal = chosenSignal(point.signals, direction, settings.conflict);
    point.kind = pointKind(point.signal, direction);
  }
  const last = judged.findLast((p) => !p.leftOut && (settings.verdictFrom === "last row" || p.value !== null)) ?? null;
  const lastPart = last ? parts[last.part] : undefined;
  const readable = lastPart !== undefined && hasLimits[last?.part ?? -1];
  return {
    settings,
    direction,
    target,
    points: judged,
    parts: parts.map((part) => part.summary),
    firmness: lastPart?.summary.firmness ?? "run chart",
    last,
    verdict: last && readable ? verdictOf(last.kind) : null,
    assurance: readable ? assurance(target, direction, lastPart.limits, settings.targetOnLimit) : null,
    r1: lastPart ? lagOneCorrelation(lastPart.baseline.map((row) => row.value)) : null,
    missing: rows.filter((row) => row.value === null).length,
  };
}
