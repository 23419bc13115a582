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
export const describeHarmInput = beginRiskInput.extend(draft.shape);
export const scoreRiskInput = draft.extend({ consequence: asked.consequence, likelihood: asked.likelihood });
export const describeControlsInput = draft.extend({ controls: asked.controls, earlyWarning: asked.earlyWarning });
export const finishRiskInput = draft.extend({ carriedBy: asked.carriedBy });
export const dropRiskDraftInput = draft.pick({ draftId: true });

export type RiskDraftAnswers = Partial<z.infer<typeof recordRiskInput>>;
