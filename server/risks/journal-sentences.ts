import { riskScoreInWords } from "@/server/risks/score";

/** What the journal says of changes to risks: sentences without their subject, for procedures and the demo world. */

export const recordedRisk = (risk: { harm: string } & Parameters<typeof riskScoreInWords>[0]) =>
  `recorded a risk: ${risk.harm} (${riskScoreInWords(risk)})`;

export const beganRisk = (harm: string) => `began to write down a risk: ${harm}`;

export const wroteRiskOfNotTrying = (riskOfNotTrying: string) =>
  `wrote down the risk of not trying: ${riskOfNotTrying}`;
