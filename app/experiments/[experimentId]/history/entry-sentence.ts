import { withFullStop } from "@/server/format";

/** A journal entry as a sentence: who, and what. */
export const entrySentence = (by: string | null, act: string): string => withFullStop(`${by ?? "A stop rule"} ${act}`);
