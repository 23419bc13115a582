import type { RiskDomain } from "@/db/vocabulary";

/** A half-written risk as its forms take it. */
export type Draft = {
  id: string;
  harm: string;
  whoIsAffected: string;
  domain: RiskDomain | null;
  consequence: number | null;
  likelihood: number | null;
  controls: string;
  earlyWarning: string;
  carriedBy: string[];
  version: number;
};

export type DraftFormProps = { experimentId: string; from: string | undefined; draft: Draft };
