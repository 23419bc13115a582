import { z } from "zod";
import { recordRiskInput } from "@/server/risks/input";

/** The questions of a risk, one a page, in the order in which they are asked. */
export const riskQuestions = ["what", "how-bad", "what-helps", "who-carries"] as const;
export type RiskQuestion = (typeof riskQuestions)[number];

const draft = z.object({ draftId: z.uuid(), version: z.number().int() });
const asked = recordRiskInput.shape;

/** What could go wrong and to whom: enough to begin. */
export const beginRiskInput = z.object({
  harm: asked.harm,
  whoIsAffected: asked.whoIsAffected,
  domain: asked.domain,
});
export const sayWhatInput = beginRiskInput.extend(draft.shape);
export const sayHowBadInput = draft.extend({ consequence: asked.consequence, likelihood: asked.likelihood });
export const sayWhatHelpsInput = draft.extend({ reducedBy: asked.reducedBy, firstSign: asked.firstSign });
export const finishRiskInput = draft.extend({ carriedBy: asked.carriedBy });
export const dropRiskDraftInput = draft.pick({ draftId: true });

export type RiskDraftAnswers = Partial<z.infer<typeof recordRiskInput>>;
