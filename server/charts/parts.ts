import { formatNumber } from "@/server/format";
import { amount, limitDecimals, type MeasureInWords } from "@/server/measures/figures";
import type { AnalysedPart, AnalysedPoint, Analysis } from "@/server/measures/spc/analysis";
import { centreName } from "./kind-sentences";

/** The limits of a part, point by point. */
export function limitSteps(points: readonly AnalysedPoint[], part: number) {
  const ofPart = points.filter((point) => point.part === part);
  return { lower: ofPart.map(({ lpl }) => lpl), upper: ofPart.map(({ upl }) => upl) };
}

/** A part for drawing: its first and last point, and its lines with labels. */
export function drawnPart({ kind, parts, points }: Analysis, i: number, measure: MeasureInWords) {
  const part = parts[i] as AnalysedPart;
  const steps = part.stepped ? limitSteps(points, i) : null;
  const { lpl, upl } = (steps && points.findLast((point) => point.part === i && point.upl !== null)) || part;
  const decimals = limitDecimals(measure, lpl ?? 0, upl ?? Number.POSITIVE_INFINITY);
  // Counts are never below 0, so a lower limit of 0 has no meaning
  const saysNothing = kind !== "XmR" && !steps && lpl !== null && lpl !== upl && formatNumber(lpl, decimals) === "0";
  const labelled = (at: number | null, name: string, heights?: readonly (number | null)[]) => {
    if (at === null) return null;
    const shown = onALine(at, measure, decimals);
    return { at, figure: shown, label: `${name} ${shown}`, ...(heights && { steps: heights }) };
  };
  return {
    from: points.findIndex((point) => point.part === i),
    to: points.findLastIndex((point) => point.part === i),
    centre: labelled(part.centre, centreName(kind, part)),
    lower: saysNothing ? null : labelled(lpl, "Lower limit", steps?.lower),
    upper: labelled(upl, "Upper limit", steps?.upper),
    early: part.limitsStatus === "early limits",
  };
}

/** The value at a line, without its unit, which the axis shows; but with %, or it would look like a count. */
export function onALine(at: number, { unit, decimals }: MeasureInWords, places = decimals): string {
  return amount(at, { unit: unit === "%" ? "%" : "", decimals: places });
}
