import { z } from "zod";
import { askedOfRisk } from "@/server/risks/fields";
import { recordRiskInput } from "@/server/risks/input";

/** The questions about a risk, one per page, in order. */
export const riskQuestions = ["what", "how-bad", "what-helps", "who-carries"] as const;
export type RiskQuestion = (typeof riskQuestions)[number];

const draft = z.object({ draftId: z.uuid(), version: z.number().int() });

/** The first question alone starts a draft. */
export const beginRiskInput = askedOfRisk.what;
export const describeHarmInput = draft.extend(askedOfRisk.what.shape);
export const scoreRiskInput = draft.extend(askedOfRisk["how-bad"].shape);
export const describeControlsInput = draft.extend(askedOfRisk["what-helps"].shape);
export const finishRiskInput = draft.extend({ carriedBy: recordRiskInput.shape.carriedBy });
export const dropRiskDraftInput = draft.pick({ draftId: true });
