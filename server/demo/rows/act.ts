import type { TermsPart } from "@/db/vocabulary";
import type { Json } from "@/server/canonical";
import type { MoreOfAct } from "@/server/journal/queries";

/** One journal entry, before it has its place in the chain. */
export type JournalAct = {
  /** On the records' own calendar. */
  at: string;
  by: string;
  /** The sentence without its subject. */
  act: string;
  experiment?: string;
  /** Which part of what leaders are asked they wrote: a row of its own (terms-edits.ts). */
  wrote?: TermsPart;
  /** What people were told by letter. */
  news?: MoreOfAct["news"];
  details?: { [key: string]: Json | undefined };
};
