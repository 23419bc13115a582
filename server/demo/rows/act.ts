import type { TermsPart } from "@/db/vocabulary";
import type { Json } from "@/server/canonical";
import type { MoreOfAct } from "@/server/journal/queries";
import type { Sentence } from "@/server/typed-words";

/** A journal entry before it is chained. */
export type JournalAct = {
  /** On the records' own calendar. */
  at: string;
  by: string;
  /** The sentence without its subject. */
  act: Sentence;
  experiment?: string;
  /** The part of the terms that it edited: see terms-edits.ts. */
  wrote?: TermsPart;
  /** The e-mail sent about it. */
  news?: MoreOfAct["news"];
  details?: { [key: string]: Json | undefined };
};
