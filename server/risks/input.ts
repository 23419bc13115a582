import { z } from "zod";
import { fieldsOf, riskShape, type StoredRiskFields } from "@/server/risks/fields";
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

type StoredRisk = StoredRiskFields & { id: string; version: number; carriedBy: readonly { id: string }[] };

/** A stored risk as input of its form. A field left out here would be cleared by the next save. */
export const riskToEdit = (risk: StoredRisk) =>
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
