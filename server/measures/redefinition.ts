import { listInWords } from "@/server/format";
import { type Definition, definitionFieldInWords, definitionFields } from "@/server/measures/definition";

/** What differs between two definitions, in the order in which it is asked. */
export const changed = (before: Definition, after: Definition): (keyof Definition)[] =>
  definitionFields.filter((field) => before[field] !== after[field]);

/** "changed the definition of "Handover": what is counted and the goal. Asked by the board". The journal's sentence. */
export function redefinedInWords(name: string, fields: readonly (keyof Definition)[], reason = ""): string {
  const why = reason.trim() === "" ? "" : `. ${reason.trim()}`;
  return `changed the definition of "${name}": ${listInWords(fields.map((field) => definitionFieldInWords[field]))}${why}`;
}

/** Whether older results may not compare with newer ones, so that the chart may need new limits. */
export const countsAnew = (fields: readonly (keyof Definition)[]): boolean =>
  fields.includes("operationalDefinition") || fields.includes("unit");
