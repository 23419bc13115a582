import { z } from "zod";
import { chartKinds, chartPresets, measureDirections } from "@/db/vocabulary";
import { pick, type WithNulls } from "@/server/pick";
import { optionalLine, requiredChoice, requiredLine, requiredText } from "@/server/text";
import { POINTS_FOR_BASELINE } from "./spc/limits-status";

const baseline = `Enter ${POINTS_FOR_BASELINE} or more, or leave it empty`;

/**
 * Fields entered both when a measure is defined and when it is redefined. With the chart settings they are the one list of a
 * definition's fields: inputs, queries, forms and the demo data derive from it.
 */
export const definedFields = z.object({
  name: requiredLine("Give it a name that says what is counted", 120),
  operationalDefinition: requiredText("Say exactly what is counted, so that 2 people would count the same", 1_000),
  /** A percentage needs none. */
  unit: optionalLine(40).transform((unit) => unit ?? ""),
  direction: requiredChoice(measureDirections, "Choose which way is better"),
  decimals: z
    .number("Enter a whole number from 0 to 4")
    .int("Enter a whole number from 0 to 4")
    .min(0, "Enter 0 or more")
    .max(4, "Enter 4 or fewer")
    .default(0),
  target: z.number("Enter a number").min(-1e12, "Enter a larger number").max(1e12, "Enter a smaller number").optional(),
  baselinePoints: z.number(baseline).int(baseline).min(POINTS_FOR_BASELINE, baseline).max(1_000, baseline).optional(),
});

/** Chart settings. A new measure has the defaults. */
const chartSettings = z.object({
  preset: requiredChoice(chartPresets, "Choose whose rules make the limits"),
  chartKind: requiredChoice(chartKinds, "Choose what the limits come from"),
  suppressSmall: z.boolean({ error: "Choose whether small figures are hidden" }),
});

export const definitionShape = definedFields.extend(chartSettings.shape);

/** The fields of a measure that can be redefined, as stored. Counting and rhythm cannot change. */
export type Definition = WithNulls<z.infer<typeof definitionShape>>;
/** In the order of the form. */
export const definitionFields = definitionShape.keyof().options;

/** Each field's name in journal sentences. */
export const definitionFieldInWords: Record<keyof Definition, string> = {
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

/** Picks the definition's fields from a measure. */
export const definitionOf = (measure: Definition): Definition => pick(measure, definitionFields);
