import type { Json } from "@/server/canonical";

/** One journal entry, before it has its place in the chain. */
export type JournalAct = {
  /** On the records' own calendar. */
  at: string;
  by: string;
  /** The sentence without its subject. */
  act: string;
  experiment?: string;
  details?: { [key: string]: Json | undefined };
};
