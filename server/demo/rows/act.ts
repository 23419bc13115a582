import type { Json } from "@/server/canonical";

/** Something somebody did, as the journal says it. */
export type JournalAct = {
  /** A moment of the records. */
  at: string;
  by: string;
  /** The sentence without its subject. */
  act: string;
  experiment?: string;
  details?: { [key: string]: Json | undefined };
};
