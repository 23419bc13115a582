import { z } from "zod";
import { measureCountings, measureRhythms, measureRoles } from "@/db/vocabulary";
import { day, optionalText, requiredChoice, requiredText, searchWords } from "@/server/text";
import { definedFields, definitionShape } from "./definition";
import { sayWhyCorrected } from "./number-box";

const role = requiredChoice(measureRoles, "Choose the part it plays");
const newMeasure = definedFields.extend({
  counting: requiredChoice(measureCountings, "Choose how it is counted"),
  rhythm: requiredChoice(measureRhythms, "Choose how often"),
  contributors: z
    .array(z.uuid())
    .min(1, "Choose who contributes: at least 1 organisation")
    .max(500, "Choose at most 500 organisations"),
});
type NewMeasure = z.infer<typeof newMeasure>;

/**
 * A unit is required, except for a percentage; a measure counted as a value has one contributor, since values cannot be
 * added up.
 */
function checkConsistency({ counting, unit, contributors }: NewMeasure, context: z.RefinementCtx) {
  const complain = (path: keyof NewMeasure, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (counting !== "percentage" && unit.trim() === "") complain("unit", "Say what it is counted in, such as days");
  if (counting === "value" && contributors.length > 1) {
    complain("contributors", "Choose 1 organisation: values of several cannot be put together. Or count it otherwise");
  }
}
const normalised = <Sent extends NewMeasure>({ contributors, ...sent }: Sent) => ({
  ...sent,
  unit: sent.counting === "percentage" ? "%" : sent.unit.trim(),
  contributors: [...new Set(contributors)],
});

export const defineMeasureInput = newMeasure.superRefine(checkConsistency).transform(normalised);
export type DefineMeasureInput = z.infer<typeof defineMeasureInput>;
/** A new measure with its role on the experiment it is defined for. */
export const defineForExperimentInput = newMeasure.extend({ role }).superRefine(checkConsistency).transform(normalised);

/** Said where a change of the meaning ends permissions. */
const knowsPermissionsEnd = z.boolean().optional();

/** A new definition. Counting and rhythm stay, since stored results depend on them. */
export const redefineInput = definitionShape.extend({
  reason: optionalText(500),
  version: z.number().int(),
  knowsPermissionsEnd,
});
export type RedefineInput = z.infer<typeof redefineInput>;

export const addContributorInput = z.object({
  organisationId: z.uuid("Choose an organisation"),
  fromOn: day("Enter the first day"),
  knowsPermissionsEnd,
});
export const endContributionInput = z.object({
  organisationId: z.uuid(),
  endsOn: day("Enter the last day"),
  knowsPermissionsEnd,
});

export const chooseMeasureInput = z.object({ measureId: z.uuid("Choose a measure"), role });
export const takeOffMeasureInput = z.object({ measureId: z.uuid() });

const number = z.number("Enter a number in figures, like 12 or 12.5").optional();
export const logInput = z.object({
  organisationId: z.uuid("Choose for whom"),
  periodOn: day("Choose the period"),
  value: number,
  numerator: number,
  denominator: number,
});
export type LogInput = z.infer<typeof logInput>;

/** `version` is the revision shown to the person. */
export const correctInput = logInput.extend({
  reason: requiredText(sayWhyCorrected, 500),
  version: z.number().int(),
});
export type CorrectInput = z.infer<typeof correctInput>;

/** `version` is the revision to take back. */
export const undoInput = logInput.pick({ organisationId: true, periodOn: true }).extend({ version: z.number().int() });
export type UndoInput = z.infer<typeof undoInput>;

/** `openId`: the measure whose page is open, if any. */
export const readyToLogInput = z.object({ openId: z.uuid().optional() });

export const partInput = z.object({ organisationId: z.uuid() });
export const beforeLoggingInput = z.object({
  organisationId: z.uuid().optional().catch(undefined),
  periodOn: z.iso.date().optional().catch(undefined),
});

/** The list's filters in the URL. */
export const measureFilters = z.object({
  q: searchWords,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type MeasureFilters = z.infer<typeof measureFilters>;
