import type { RiskHalfWritten } from "@/server/risks/draft";

/** A half-written risk as its forms take it. */
export type Draft = RiskHalfWritten & { id: string; carriedBy: string[]; version: number };

export type DraftFormProps = { experimentId: string; from: string | undefined; draft: Draft };
