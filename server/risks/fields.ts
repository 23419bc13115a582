import { z } from "zod";
import { riskDomains } from "@/db/vocabulary";
import { pick, type WithNulls } from "@/server/pick";
import { requiredChoice, requiredLine, requiredText } from "@/server/text";

const step = (missing: string) => z.coerce.number({ error: missing }).int(missing).min(1, missing).max(5, missing);

/** The fields of a risk, by question. Forms, drafts, terms, cards, the printed sheet and the demo data are made from this list. */
export const askedOfRisk = {
  what: z.object({
    harm: requiredLine("Say what could go wrong, in one sentence a patient could read", 500),
    whoIsAffected: requiredLine("Say who it would happen to", 300),
    domain: requiredChoice(riskDomains, "Choose what it would touch most"),
  }),
  "how-bad": z.object({
    consequence: step("Choose how bad it would be"),
    likelihood: step("Choose how likely it is"),
  }),
  "what-helps": z.object({
    controls: requiredText("Say what makes it less likely or less bad"),
    earlyWarning: requiredText("Say what you would notice first", 500),
  }),
};

/** Field names by question. */
export const namesAsked = {
  what: askedOfRisk.what.keyof().options,
  "how-bad": askedOfRisk["how-bad"].keyof().options,
  "what-helps": askedOfRisk["what-helps"].keyof().options,
};

export const riskShape = z.object({
  ...askedOfRisk.what.shape,
  ...askedOfRisk["how-bad"].shape,
  ...askedOfRisk["what-helps"].shape,
});
export type RiskFields = z.infer<typeof riskShape>;
export type RiskField = keyof RiskFields;
/** In the order of the questions. */
export const riskFieldNames = riskShape.keyof().options;

/** Each field's label, and whether changing it needs a new permission. */
export const riskFields: Record<RiskField, { term: string; material: boolean }> = {
  harm: { term: "What could go wrong", material: true },
  whoIsAffected: { term: "To whom", material: true },
  domain: { term: "It touches", material: true },
  consequence: { term: "How bad", material: true },
  likelihood: { term: "How likely", material: true },
  controls: { term: "What reduces it", material: true },
  earlyWarning: { term: "First sign", material: true },
};

/** The fields as stored. */
export type StoredRiskFields = WithNulls<RiskFields>;

/** Only the fields of a risk, or of its table. */
export const fieldsOf = <Risk extends Record<RiskField, unknown>>(risk: Risk) => pick(risk, riskFieldNames);

/** Fields suggested to teams with similar experiments: texts, but not the scores, which each team decides itself. */
export const suggestedFields = [...namesAsked.what, ...namesAsked["what-helps"]];
export type SimilarRisk = { id: string; experiment: string } & Pick<StoredRiskFields, (typeof suggestedFields)[number]>;
