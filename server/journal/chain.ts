import { hashJson, type Json } from "@/server/canonical";

export type ChainedEntry = {
  systemId: string;
  /** 1, 2, 3 … without a hole. */
  sequence: number;
  experimentId: string | null;
  personId: string | null;
  act: string;
  details: Json;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  previousHash: string;
};

/** What the first entry of a system's chain stands on: the system itself, so that a chain copied from elsewhere does not fit. */
export const chainStart = (systemId: string): string => hashJson({ chain: systemId });

export const hashEntry = (entry: ChainedEntry): string => hashJson({ ...entry });
