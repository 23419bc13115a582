import type { RiskHalfWritten } from "@/server/risks/draft";

/** A draft risk, as its forms need it. */
export type Draft = RiskHalfWritten & { id: string; carriedBy: string[]; version: number };

export type DraftFormProps = { experimentId: string; from: string | undefined; draft: Draft };
