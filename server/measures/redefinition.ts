import type { ChartKind, ChartPreset, MeasureDirection } from "@/db/vocabulary";
import { listInWords } from "@/server/format";

/** What of a measure can be written anew. */
export type Definition = {
  name: string;
  operationalDefinition: string;
  unit: string;
  direction: MeasureDirection;
  decimals: number;
  target: number | null;
  baselinePoints: number | null;
  preset: ChartPreset;
  chartKind: ChartKind;
  suppressSmall: boolean;
};

const names: Record<keyof Definition, string> = {
  name: "its name",
  operationalDefinition: "what is counted",
  unit: "the unit",
  direction: "which way is better",
  decimals: "the decimals",
  target: "the goal",
  baselinePoints: "the results that make the limits",
  preset: "the rules of the chart",
  chartKind: "the kind of chart",
  suppressSmall: "whether small figures are hidden",
};

const every = Object.keys(names) as (keyof Definition)[];

/** The definition alone, of a measure with all that is known of it. */
export const definitionOf = (measure: Definition): Definition =>
  Object.fromEntries(every.map((field) => [field, measure[field]])) as Definition;

/** What differs between two definitions, in the order in which it is asked. */
export const changed = (before: Definition, after: Definition): (keyof Definition)[] =>
  every.filter((field) => before[field] !== after[field]);

/** "changed the definition of "Handover": what is counted and the goal. Asked by the board". The journal's sentence. */
export function redefinedInWords(name: string, fields: readonly (keyof Definition)[], reason: string): string {
  const why = reason.trim() === "" ? "" : `. ${reason.trim()}`;
  return `changed the definition of "${name}": ${listInWords(fields.map((field) => names[field]))}${why}`;
}

/** Whether older results may not compare with newer ones, so that the chart may need new limits. */
export const countsAnew = (fields: readonly (keyof Definition)[]): boolean =>
  fields.includes("operationalDefinition") || fields.includes("unit");
