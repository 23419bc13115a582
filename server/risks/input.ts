import { z } from "zod";
import { fieldsOf, type KeptRiskFields, riskShape } from "@/server/risks/fields";
import { optionalText } from "@/server/text";

export const recordRiskInput = riskShape.extend({
  carriedBy: z
    .array(z.uuid())
    .min(1, "Choose who carries it: at least 1 organisation")
    .max(60, "Choose at most 60 organisations"),
});
export type RecordRiskInput = z.infer<typeof recordRiskInput>;

export const editRiskInput = recordRiskInput.extend({ riskId: z.uuid(), version: z.number().int() });
export type EditRiskInput = z.infer<typeof editRiskInput>;

type KeptRisk = KeptRiskFields & { id: string; version: number; carriedBy: readonly { id: string }[] };

/** A risk as it is kept, as the form that changes it takes it: a field left out here would be emptied by the next save. */
export const riskToEdit = (risk: KeptRisk) =>
  ({
    ...fieldsOf(risk),
    carriedBy: risk.carriedBy.map((carrier) => carrier.id),
    riskId: risk.id,
    version: risk.version,
  }) satisfies Record<keyof EditRiskInput, unknown>;
export type RiskToEdit = ReturnType<typeof riskToEdit>;

export const removeRiskInput = z.object({ riskId: z.uuid() });
export const riskOfNotTryingInput = z.object({
  riskOfNotTrying: optionalText(),
});
