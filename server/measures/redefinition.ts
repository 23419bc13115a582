import { listInWords } from "@/server/format";
import { type Definition, definitionFieldInWords, definitionFields } from "@/server/measures/definition";
import { fromLeeway, type Sentence, sentence } from "@/server/typed-words";

/** The fields that differ between two definitions, in form order. */
export const changed = (before: Definition, after: Definition): (keyof Definition)[] =>
  definitionFields.filter((field) => before[field] !== after[field]);

/** "changed the definition of “Handover”: what is counted and the goal. “Asked by the board”". A journal sentence. */
export function redefinedInWords(name: string, fields: readonly (keyof Definition)[], reason = ""): Sentence {
  const why = reason.trim() === "" ? [] : sentence`. ${reason.trim()}`;
  return sentence`changed the definition of ${name}: ${fromLeeway(listInWords(fields.map((field) => definitionFieldInWords[field])))}${why}`;
}

/** Whether older and newer results may not be comparable, so that the chart may need a rebase. */
export const countsAnew = (fields: readonly (keyof Definition)[]): boolean =>
  fields.includes("operationalDefinition") || fields.includes("unit");
