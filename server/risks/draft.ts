import type { RiskQuestion } from "@/server/risks/draft-input";
import { recordRiskInput } from "@/server/risks/input";

export type RiskHalfWritten = {
  harm: string;
  whoIsAffected: string;
  domain: string | null;
  consequence: number | null;
  likelihood: number | null;
  controls: string;
  earlyWarning: string;
};

/** What a half-written risk still lacks before it is one, but for who carries it: a sentence each. */
export function missingIn(draft: RiskHalfWritten): string[] {
  const checked = recordRiskInput.omit({ carriedBy: true }).safeParse({ ...withoutNulls(draft) });
  return checked.success ? [] : [...new Set(checked.error.issues.map((issue) => issue.message))];
}

/** Where to go on writing: the first question without an answer. */
export function nextQuestion(draft: RiskHalfWritten): RiskQuestion {
  if (draft.harm.trim() === "" || draft.whoIsAffected.trim() === "" || draft.domain === null) return "what";
  if (draft.consequence === null || draft.likelihood === null) return "how-bad";
  if (draft.controls.trim() === "" || draft.earlyWarning.trim() === "") return "what-helps";
  return "who-carries";
}

const withoutNulls = (draft: object) =>
  Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, value ?? undefined]));
