import { formatNumber, sentenceCase } from "@/server/format";
import { limitDecimals, type MeasureInWords, periodInWords } from "@/server/measures/figures";
import type { AnalysedPoint, Analysis } from "@/server/measures/spc/analysis";
import { isOutOf } from "@/server/measures/spc/kinds";
import { centreName } from "./kind-sentences";
import { ruleInWords } from "./reason";
import { kindInWords } from "./sentence";

/** A further table column, whose cells are also read out after the point's own sentence. */
export interface Alongside {
  head: string;
  /** The cell for a period, given by its first day; empty without content. */
  cell: (periodOn: string) => string;
  spoken: (periodOn: string) => string | null;
}

const notShown = "Hidden, because small";

/** The chart's analysis as a table, newest last, with every rule that fires. */
export function chartTable(analysis: Analysis, measure: MeasureInWords, alongside: readonly Alongside[] = []) {
  const inBrackets = measure.unit === "" ? "" : ` (${measure.unit})`;
  const outOf = isOutOf(analysis.kind) ? ["Out of"] : [];
  const middle = centreName(analysis.kind, { limitsStatus: analysis.limitsStatus });
  const figures = [sentenceCase(measure.rhythm), "Result", ...outOf, middle, "Lower limit", "Upper limit"];
  return {
    caption: `${measure.name}${inBrackets}`,
    head: [...figures, "What it says", ...alongside.map((column) => column.head)],
    wordsFrom: figures.length,
    /** Made when they are asked for: most pages show none. */
    get rows() {
      return analysis.points.map((point) => [
        ...row(point, analysis, measure),
        ...alongside.map((column) => column.cell(point.on)),
      ]);
    },
  };
}

function row(point: AnalysedPoint, analysis: Analysis, measure: MeasureInWords): string[] {
  const decimals = limitDecimals(measure, point.lpl ?? 0, point.upl ?? Number.POSITIVE_INFINITY);
  const shown = (value: number | null, places: number) => (value === null ? "" : formatNumber(value, places));
  return [
    sentenceCase(periodInWords(point.on, measure.rhythm).replace(/^the /, "")),
    point.value === null ? (point.hidden ? notShown : "No result") : shown(point.value, measure.decimals),
    ...(isOutOf(analysis.kind) ? [shown(point.outOf, 0)] : []),
    shown(point.centre, decimals),
    shown(point.lpl, decimals),
    shown(point.upl, decimals),
    meaning(point, analysis),
  ];
}

function meaning(point: AnalysedPoint, analysis: Analysis): string {
  if (point.value === null) return "";
  if (!point.leftOut && analysis.parts[point.part]?.limitsStatus === "run chart") return "Too few results for limits";
  const rules = point.signals.map((signal) => ruleInWords(signal, analysis.settings));
  return [kindInWords(point), rules.join("; ")].filter(Boolean).join(": ");
}
