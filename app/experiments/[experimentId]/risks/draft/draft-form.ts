import type { RiskDomain } from "@/db/terms";

/** A half-written risk as its forms take it. */
export type Draft = {
  id: string;
  harm: string;
  whoIsAffected: string;
  domain: RiskDomain | null;
  consequence: number | null;
  likelihood: number | null;
  reducedBy: string;
  firstSign: string;
  carriedBy: string[];
  version: number;
};

export type DraftFormProps = { experimentId: string; from: string | undefined; draft: Draft };
