import { withoutNulls } from "@/server/pick";
import type { RiskQuestion } from "@/server/risks/draft-input";
import { askedOfRisk, type RiskField, type RiskFields, riskShape } from "@/server/risks/fields";

/** What was said of a risk so far: it begins with the harm, and null is what nobody has said yet. */
export type RiskHalfWritten = { [Name in RiskField]?: RiskFields[Name] | null } & Pick<RiskFields, "harm">;

/** The answers to one of its questions. */
export type RiskAnswers = Partial<RiskHalfWritten> & { carriedBy?: string[] };

/** What a half-written risk still lacks before it is one, but for who carries it: a sentence each. */
export function missingIn(draft: RiskHalfWritten): string[] {
  const checked = riskShape.safeParse(withoutNulls(draft));
  return checked.success ? [] : [...new Set(checked.error.issues.map((issue) => issue.message))];
}

/** Where to go on writing: the first question without an answer. */
export function nextQuestion(draft: RiskHalfWritten): RiskQuestion {
  const answers = withoutNulls(draft);
  const questions = Object.keys(askedOfRisk) as (keyof typeof askedOfRisk)[];
  return questions.find((question) => !askedOfRisk[question].safeParse(answers).success) ?? "who-carries";
}
