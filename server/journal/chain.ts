import { hashJson, type Json } from "@/server/canonical";
import type { Sentence } from "@/server/typed-words";

export type ChainedEntry = {
  systemId: string;
  /** 1, 2, 3 … without a gap. */
  sequence: number;
  experimentId: string | null;
  personId: string | null;
  act: string;
  parts: Sentence;
  details: Json;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  previousHash: string;
};

/** The previous hash of a chain's first entry. It names the system, so that a chain copied from another does not fit. */
export const chainStart = (systemId: string): string => hashJson({ chain: systemId });

export const hashEntry = (entry: ChainedEntry): string => hashJson({ ...entry, parts: [...entry.parts] });
