import { formatNumber } from "@/server/format";
import { type MeasureInWords, periodNames } from "@/server/measures/figures";
import type { AnalysedPart, Analysis } from "@/server/measures/spc/analysis";
import { isByEvent } from "@/server/measures/spc/kinds";
import type { RunsAnalysis } from "@/server/measures/spc/runs";

/** A chart's points, in the plural: "weeks", or "events". */
export const pointsOf = ({ kind }: Pick<Analysis, "kind">, { rhythm }: Pick<MeasureInWords, "rhythm">): string =>
  isByEvent(kind) ? "events" : periodNames[rhythm];

/** Name of the centre line. On a t chart it is the mean of transformed times, so neither average nor median. */
export function centreName(kind: Analysis["kind"], { limitsStatus }: Pick<AnalysedPart, "limitsStatus">): string {
  if (limitsStatus === "run chart" || kind === "g") return "Median";
  return kind === "t" ? "Middle" : "Average";
}

/** Where the limits of an attribute chart come from, with the chart's letter. */
export const limitsFrom: Record<Exclude<Analysis["kind"], "XmR">, string> = {
  p: "from what chance does to a share of so many (p chart)",
  u: "from what chance does to events out of so many (u chart)",
  c: "from what chance does to a count (c chart)",
  t: "from how times between rare events vary by chance (t chart)",
  g: "from how cases between rare events vary by chance (g chart)",
};

/** Why limits differ from point to point; null when they do not. */
export function whyTheyMove({ points }: Pick<Analysis, "points">, { rhythm }: Pick<MeasureInWords, "rhythm">) {
  const counted = new Set(points.map(({ outOf }) => outOf).filter((outOf) => outOf !== null));
  return counted.size > 1 ? `Limits move because the number counted in each ${rhythm} differs.` : null;
}

/** Advice for overdispersed results. */
export const moreThanChance = "results vary more than counting by chance explains. XmR fits better";

/** The Anhøj signal of a series as a sentence. It concerns the series, not a single point. */
export function runsInWords(
  { longestRun, longestRunAllowed, crossings, crossingsNeeded }: RunsAnalysis,
  middle: string,
): string {
  const line = middle.toLowerCase();
  if (longestRun !== null && longestRunAllowed !== null && longestRun > longestRunAllowed) {
    return `${longestRun} results in a row lie on one side of the ${line}, and by chance ${longestRunAllowed} could.`;
  }
  const times = formatNumber(crossings ?? 0, 0);
  return `The results cross the ${line} ${times} ${times === "1" ? "time" : "times"}, and by chance they would ${crossingsNeeded} times or more.`;
}
