import type { SummaryRow } from "@/app/ui/summary-list";
import type { api } from "@/server/caller";
import { listInWords } from "@/server/format";
import type { Definition } from "@/server/measures/definition";
import { amount } from "@/server/measures/figures";
import { hiddenMeans } from "@/server/measures/series";
import { chartKindInWords, directionInWords, presetInWords, rhythmInWords, sumInWords } from "../measure-words";

type Measure = Awaited<ReturnType<typeof api.measures.find>>;

/** What a measure counts and how, on its page. */
export function definitionRows(measure: Measure): SummaryRow[] {
  const { chartKind, preset, target } = measure;
  const kind = chartKindInWords[chartKind];
  const ofResults = chartKind === "XmR" || chartKind === "t";
  // A field of the definition without a line here does not compile
  const rows: Record<keyof Definition | "rhythm" | "counting" | "contributors", SummaryRow | null> = {
    name: null, // the page's title
    operationalDefinition: { term: "Exactly", value: measure.operationalDefinition },
    direction: { term: "Better is", value: directionInWords[measure.direction] },
    rhythm: { term: "How often", value: rhythmInWords[measure.rhythm] },
    counting: { term: "The system's figure", value: sumInWords[measure.counting] },
    unit: null, // beside each value
    decimals: null,
    contributors: { term: "Who contributes", value: listInWords(measure.contributors.map(({ name }) => name)) },
    chartKind: { term: "Ordinary variation", value: `${kind.label}. ${kind.means}` },
    preset: ofResults ? { term: "Limits", value: `${preset}. ${presetInWords[preset]}` } : null,
    baselinePoints: null, // drawn on the chart
    suppressSmall: measure.suppressSmall ? { term: "Small figures", value: hiddenMeans } : null,
    target: target === null ? null : { term: "Goal", value: amount(target, measure) },
  };
  return [...Object.values(rows).filter((row) => row !== null), { term: "Defined by", value: measure.definedBy }];
}
