import { withoutNulls } from "@/server/pick";
import type { RiskQuestion } from "@/server/risks/draft-input";
import { askedOfRisk, type RiskField, type RiskFields, riskShape } from "@/server/risks/fields";

/** An unfinished risk: `harm` is always there, null is unanswered. */
export type RiskHalfWritten = { [Name in RiskField]?: RiskFields[Name] | null } & Pick<RiskFields, "harm">;

/** Answers to one question. */
export type RiskAnswers = Partial<RiskHalfWritten> & { carriedBy?: string[] };

/** What is missing from a draft besides its carriers, one sentence each. */
export function missingIn(draft: RiskHalfWritten): string[] {
  const checked = riskShape.safeParse(withoutNulls(draft));
  return checked.success ? [] : [...new Set(checked.error.issues.map((issue) => issue.message))];
}

/** The first unanswered question. */
export function nextQuestion(draft: RiskHalfWritten): RiskQuestion {
  const answers = withoutNulls(draft);
  const questions = Object.keys(askedOfRisk) as (keyof typeof askedOfRisk)[];
  return questions.find((question) => !askedOfRisk[question].safeParse(answers).success) ?? "who-carries";
}
