import { riskScoreInWords } from "@/server/risks/score";

/** Journal sentences about risks, without their subject; the demo data uses them too. */

export const recordedRisk = (risk: { harm: string } & Parameters<typeof riskScoreInWords>[0]) =>
  `recorded a risk: ${risk.harm} (${riskScoreInWords(risk)})`;

export const beganRisk = (harm: string) => `began to write down a risk: ${harm}`;

export const wroteRiskOfNotTrying = (riskOfNotTrying: string) =>
  `wrote down the risk of not trying: ${riskOfNotTrying}`;
