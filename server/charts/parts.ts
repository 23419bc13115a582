import { formatNumber } from "@/server/format";
import { amount, limitDecimals, type MeasureInWords } from "@/server/measures/figures";
import type { AnalysedPart, AnalysedPoint, Analysis } from "@/server/measures/spc/analysis";
import { centreName } from "./kind-sentences";

/** The limits of each point of a part. */
export function limitSteps(points: readonly AnalysedPoint[], part: number) {
  const those = points.filter((point) => point.part === part);
  return { lower: those.map(({ lpl }) => lpl), upper: those.map(({ upl }) => upl) };
}

/** A part as it is drawn: from which point to which, and its lines with their words. */
export function drawnPart({ kind, parts, points }: Analysis, i: number, measure: MeasureInWords) {
  const part = parts[i] as AnalysedPart;
  const steps = part.stepped ? limitSteps(points, i) : null;
  const { lpl, upl } = (steps && points.findLast((point) => point.part === i && point.upl !== null)) || part;
  const decimals = limitDecimals(measure, lpl ?? 0, upl ?? Number.POSITIVE_INFINITY);
  // A limit at 0 of what is never below it says nothing
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

/** A figure beside its line: the axis carries the unit, but a percentage without its sign looks like a count. */
export function onALine(at: number, { unit, decimals }: MeasureInWords, places = decimals): string {
  return amount(at, { unit: unit === "%" ? "%" : "", decimals: places });
}
