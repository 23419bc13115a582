import type { AnalysedPart, AnalysedPoint } from "./analysis";
import { mean, median } from "./average";
import { limitsStatus } from "./limits-status";
import type { SpcPoint } from "./points";
import { limitsOf, type ProcessLimits } from "./process-limits";
import { runsAnalysis } from "./runs";
import type { SpcSettings } from "./settings";
import type { Signal } from "./special-causes";

/** One part with the analysis of its baseline. */
export interface MeasuredPart {
  rows: readonly SpcPoint[];
  baseline: readonly SpcPoint[];
  /** The baseline's values, null for gaps. */
  values: readonly (number | null)[];
  limits: ProcessLimits | null;
  summary: AnalysedPart;
}

/** Mean and limits come from the baseline rows (missing ones count, left-out ones do not); too few make a run chart. */
export function measurePart(
  rows: readonly SpcPoint[],
  baselinePoints: number | null,
  settings: SpcSettings,
): MeasuredPart {
  const counted = rows.filter((row) => !row.leftOut);
  const values = counted.map((row) => row.value);
  const baseline = counted.slice(0, baselinePoints ?? counted.length);
  const baselineValues = values.slice(0, baseline.length);
  const present = baselineValues.filter((value) => value !== null);
  const firm = limitsStatus(present.length, settings.fewestForLimits);
  const limits = firm === "run chart" ? null : limitsOf(baselineValues, settings);
  const middle = firm === "run chart" ? median(present) : mean(present);
  const centre = Number.isNaN(middle) ? null : middle;
  const summary = {
    limitsStatus: firm,
    from: rows[0]?.on ?? "",
    to: rows.at(-1)?.on ?? "",
    periods: counted.length,
    points: present.length,
    centre,
    lpl: limits?.lpl ?? null,
    upl: limits?.upl ?? null,
    stepped: false,
    overdispersed: false,
    runs: runsAnalysis(values, centre),
  };
  return { rows, baseline, values: baselineValues, limits, summary };
}

/** A point before its signals are known. */
export interface MarkedPoint extends AnalysedPoint {
  signals: readonly Signal[];
}
const noSignals: readonly Signal[] = [];

/** A row's position relative to the mean and limits of its part. */
export function markPoint(row: SpcPoint, part: number, { baseline, limits, summary }: MeasuredPart): MarkedPoint {
  const { value } = row;
  const { centre, lpl, upl } = summary;
  const outside = value === null || !limits ? null : value > limits.upl || value < limits.lpl;
  const beyondNear = value !== null && limits !== null && (value > limits.nearUpl || value < limits.nearLpl);
  return {
    on: row.on,
    value,
    leftOut: row.leftOut ?? false,
    hidden: row.hidden ?? false,
    outOf: row.madeOf?.outOf ?? null,
    part,
    inBaseline: !row.leftOut && row.on <= (baseline.at(-1)?.on ?? ""),
    centre,
    lpl,
    upl,
    side: value === null || centre === null ? null : value > centre ? 1 : value < centre ? -1 : 0,
    outside,
    near: outside === null ? null : !outside && beyondNear,
    signals: noSignals,
    signal: null,
    kind: "common cause",
  };
}
