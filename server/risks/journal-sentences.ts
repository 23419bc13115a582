import { riskScoreInWords } from "@/server/risks/score";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Journal sentences about risks, without their subject; the demo data uses them too. */

export const recordedRisk = (risk: { harm: string } & Parameters<typeof riskScoreInWords>[0]) =>
  sentence`recorded a risk: ${risk.harm} (${fromLeeway(riskScoreInWords(risk))})`;

export const beganRisk = (harm: string) => sentence`began to write down a risk: ${harm}`;

export const wroteRiskOfNotTrying = (riskOfNotTrying: string) =>
  sentence`wrote down the risk of not trying: ${riskOfNotTrying}`;
