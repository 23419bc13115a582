/** One step of a 1 to 5 scale, after the NHS model matrix of 2008. */
export type ScaleStep = { value: number; word: string; means: string };

export const consequences = [
  { value: 1, word: "negligible", means: "No harm, or harm nobody needs care for" },
  { value: 2, word: "minor", means: "Harm that passes, with a little extra care" },
  { value: 3, word: "moderate", means: "Harm that needs treatment, or more than 3 days away from work" },
  { value: 4, word: "major", means: "Lasting harm, or a long stay in hospital" },
  { value: 5, word: "catastrophic", means: "Death, or lasting harm to several people" },
] as const satisfies readonly ScaleStep[];

export const likelihoods = [
  { value: 1, word: "rare", means: "Not expected to happen in years" },
  { value: 2, word: "unlikely", means: "Could happen at least once a year" },
  { value: 3, word: "possible", means: "Could happen every month" },
  { value: 4, word: "likely", means: "Could happen every week" },
  { value: 5, word: "almost certain", means: "Could happen every day" },
] as const satisfies readonly ScaleStep[];

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
