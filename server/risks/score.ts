import { consequences, likelihoods } from "@/db/vocabulary";

export type RiskBand = "low" | "moderate" | "high" | "extreme";

/** From this score on a board must say yes too. */
export const boardScore = 15;

/** Consequence times likelihood, 1 to 25. */
export const riskScore = (risk: { consequence: number; likelihood: number }): number =>
  risk.consequence * risk.likelihood;

/** The bands of the NHS model matrix of 2008: 1 to 3 low, 4 to 6 moderate, 8 to 12 high, 15 to 25 extreme. */
export function riskBand(score: number): RiskBand {
  if (score <= 3) return "low";
  if (score <= 6) return "moderate";
  return score <= 12 ? "high" : "extreme";
}

/** "12, high: major and possible". */
export function riskScoreInWords(risk: { consequence: number; likelihood: number }): string {
  const score = riskScore(risk);
  const consequence = consequences.find((step) => step.value === risk.consequence)?.word;
  const likelihood = likelihoods.find((step) => step.value === risk.likelihood)?.word;
  return `${score}, ${riskBand(score)}: ${consequence} and ${likelihood}`;
}
