import { z } from "zod";
import { riskDomains } from "@/db/vocabulary";
import { optionalText, requiredChoice, requiredText } from "@/server/text";

const step = (missing: string) => z.coerce.number({ error: missing }).int(missing).min(1, missing).max(5, missing);

export const recordRiskInput = z.object({
  harm: requiredText("Say what could go wrong, in one sentence a patient could read", 500),
  whoIsAffected: requiredText("Say who it would happen to", 300),
  domain: requiredChoice(riskDomains, "Choose what it would touch most"),
  consequence: step("Choose how bad it would be"),
  likelihood: step("Choose how likely it is"),
  controls: requiredText("Say what makes it less likely or less bad"),
  earlyWarning: requiredText("Say what you would notice first", 500),
  carriedBy: z
    .array(z.uuid())
    .min(1, "Choose who carries it: at least 1 organisation")
    .max(60, "Choose at most 60 organisations"),
});
export type RecordRiskInput = z.infer<typeof recordRiskInput>;

export const editRiskInput = recordRiskInput.extend({ riskId: z.uuid(), version: z.number().int() });
export const removeRiskInput = z.object({ riskId: z.uuid() });
export const riskOfNotTryingInput = z.object({
  riskOfNotTrying: optionalText(),
});
