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
 * What each chart on offer would make of a measure's results, as advice for people: nothing is ever chosen by it.
 * @param points - with what divided values are made of; days without an event may be among them
 */
export function chartChoices(measure: Chosen, points: readonly SystemPoint[]): ChartChoice[] {
  return kindsFor(measure.counting, measure.rhythm).map((kind) => {
    const those = isByEvent(kind) ? points.filter((point) => point.value !== null) : points;
    const why = impossible(kind, those);
    return { kind, sentence: why ?? whatItMakes(analyse({ ...measure, chartKind: kind }, those)) };
  });
}

/** Why results cannot be drawn so; null when they can. */
function impossible(kind: ChartKind, points: readonly SystemPoint[]): string | null {
  const wrong = points.flatMap(({ value }) => (value === null ? [] : (problemWithEvent(kind, value) ?? [])));
  const [why] = wrong;
  return why ? `${countedInWords(wrong.length, "result")} cannot be drawn so. ${why}.` : null;
}

function whatItMakes(analysis: Analysis): string | null {
  const results = analysis.points.filter((point) => point.value !== null && !point.leftOut);
  if (analysis.limitsStatus === "run chart") return null;
  const outside = results.filter((point) => point.outside).length;
  const said = `With these limits ${outside} of ${results.length} results ${outside === 1 ? "lies" : "lie"} outside`;
  return [`${said}${chance(analysis)}`, ...tooRare(analysis.kind, results)].join(" ");
}

/** Whether chance alone explains how a count, a share or a rate varies since the limits were last set. */
function chance({ kind, parts, last }: Analysis): string {
  if (kind === "XmR" || isByEvent(kind)) return ".";
  return last && parts[last.part]?.overdispersed
    ? `: ${moreThanChance}.`
    : ": results vary about as much as counting by chance explains.";
}

/** Where half of the results or more are 0, limits say little: the time between events says more. Said once, with the first chart. */
function tooRare(kind: ChartKind, results: Analysis["points"]): string[] {
  const none = results.filter((point) => point.value === 0).length;
  if (kind !== "XmR" || none * 2 < results.length) return [];
  return [`${none} of them are 0: for events as rare as that, define a measure of the days between 2 of them.`];
}
