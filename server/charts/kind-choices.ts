import type { ChartKind, MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import { pluralise as countedInWords } from "@/server/format";
import type { SystemPoint } from "@/server/measures/series";
import type { Analysis } from "@/server/measures/spc/analysis";
import { isByEvent, kindsFor, problemWithEvent } from "@/server/measures/spc/kinds";
import { type Analysed, analyse } from "./analyse";
import { moreThanChance } from "./kind-sentences";

export type ChartChoice = { kind: ChartKind; sentence: string | null };
type Chosen = Analysed & { counting: MeasureCounting; rhythm: MeasureRhythm };

/**
 * What each chart kind on offer would show of a measure's results. Advice only: people choose the kind.
 * @param points - with numerators and denominators; may include days without an event
 */
export function chartChoices(measure: Chosen, points: readonly SystemPoint[]): ChartChoice[] {
  return kindsFor(measure.counting, measure.rhythm).map((kind) => {
    const results = isByEvent(kind) ? points.filter((point) => point.value !== null) : points;
    const problem = whyImpossible(kind, results);
    return { kind, sentence: problem ?? whatItMakes(analyse({ ...measure, chartKind: kind }, results)) };
  });
}

/** Why these results cannot be drawn as this kind; null when they can. */
function whyImpossible(kind: ChartKind, points: readonly SystemPoint[]): string | null {
  const problems = points.flatMap(({ value }) => (value === null ? [] : (problemWithEvent(kind, value) ?? [])));
  const [problem] = problems;
  return problem ? `${countedInWords(problems.length, "result")} cannot be drawn so. ${problem}.` : null;
}

function whatItMakes(analysis: Analysis): string | null {
  const results = analysis.points.filter((point) => point.value !== null && !point.leftOut);
  if (analysis.limitsStatus === "run chart") return null;
  const outside = results.filter((point) => point.outside).length;
  const sentence = `With these limits ${outside} of ${results.length} results ${outside === 1 ? "lies" : "lie"} outside`;
  return [`${sentence}${chance(analysis)}`, ...tooRare(analysis.kind, results)].join(" ");
}

/** Whether counting by chance explains the variation since the last rebase. */
function chance({ kind, parts, last }: Analysis): string {
  if (kind === "XmR" || isByEvent(kind)) return ".";
  return last && parts[last.part]?.overdispersed
    ? `: ${moreThanChance}.`
    : ": results vary about as much as counting by chance explains.";
}

/** Advice for results that are mostly 0, where time between events shows more. Given once, with the XmR chart. */
function tooRare(kind: ChartKind, results: Analysis["points"]): string[] {
  const none = results.filter((point) => point.value === 0).length;
  if (kind !== "XmR" || none * 2 < results.length) return [];
  return [`${none} of them are 0: for events as rare as that, define a measure of the days between 2 of them.`];
}
