import type { ChartKind } from "@/db/vocabulary";
import type { AnalysedPoint, Analysis, AnalysisOptions } from "./analysis";
import { lagOneCorrelation } from "./autocorrelation";
import { POINTS_FOR_BASELINE } from "./limits-status";
import type { MarkedPoint, MeasuredPart } from "./parts";
import { nhsEngland } from "./settings";
import { assurance, chosenSignal, pointKind, type Verdict, verdictOf } from "./verdict";

/** Fills in default options. @throws {RangeError} with a sentence, when the baseline is too short */
export function withDefaults({ direction, settings = nhsEngland, target = null, ...options }: AnalysisOptions) {
  const { baselinePoints = null, partsFrom = [] } = options;
  if (baselinePoints !== null && baselinePoints < POINTS_FOR_BASELINE) {
    throw new RangeError(`A fixed baseline needs ${POINTS_FOR_BASELINE} points or more`);
  }
  return { direction, settings, target, baselinePoints, partsFrom };
}

/** The analysis of the whole chart from points with signals, the same for every kind of chart. */
export function buildAnalysis(
  kind: ChartKind,
  judged: readonly MarkedPoint[],
  parts: readonly MeasuredPart[],
  { direction, target, settings }: ReturnType<typeof withDefaults>,
): Analysis {
  for (const point of judged) {
    point.signal = chosenSignal(point.signals, direction, settings.conflict);
    point.kind = pointKind(point.signal, direction);
  }
  const last = judged.findLast((p) => !p.leftOut && (settings.verdictFrom === "last row" || p.value !== null)) ?? null;
  const lastPart = last ? parts[last.part] : undefined;
  const readable = lastPart !== undefined && lastPart.summary.limitsStatus !== "run chart";
  return {
    kind,
    settings,
    direction,
    target,
    points: judged,
    parts: parts.map((part) => part.summary),
    limitsStatus: lastPart?.summary.limitsStatus ?? "run chart",
    last,
    verdict: last && readable ? verdict(kind, last, lastPart) : null,
    assurance:
      last && readable ? assurance(target, direction, limitsThatBind(kind, last), settings.targetOnLimit) : null,
    r1: lastPart ? lagOneCorrelation(lastPart.values) : null,
    missing: judged.filter((point) => point.value === null).length,
  };
}

/**
 * Only XmR charts mark runs point by point; for other kinds, a run signal of the last part gives the verdict "moved"
 * when its last point has no signal.
 */
function verdict(kind: ChartKind, last: AnalysedPoint, part: MeasuredPart): Verdict {
  const read = verdictOf(last.kind);
  return kind !== "XmR" && read === "sustained" && part.summary.runs.signal ? "moved" : read;
}

/**
 * The limits a goal is compared with, without those at a natural bound: with an upper limit of 100%, 100% can still be
 * reached.
 */
export function limitsThatBind(kind: ChartKind, { lpl, upl }: Pick<AnalysedPoint, "lpl" | "upl">) {
  if (lpl === null && upl === null) return null;
  const open = kind !== "XmR" && lpl !== upl;
  return {
    lpl: lpl === null || (open && lpl <= 0) ? Number.NEGATIVE_INFINITY : lpl,
    upl: upl === null || (open && kind === "p" && upl >= 100) ? Number.POSITIVE_INFINITY : upl,
  };
}
