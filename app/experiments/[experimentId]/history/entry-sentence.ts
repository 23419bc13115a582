import { ended, type Sentence } from "@/server/typed-words";

/** A journal entry as a sentence: who, and what. */
export const entrySentence = (by: string | null, parts: Sentence): Sentence => ended([`${by ?? "Leeway"} `, ...parts]);
