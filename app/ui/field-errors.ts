import type { FieldErrors } from "react-hook-form";
import type { SummaryLine } from "./error-summary";
import type { FieldFacts } from "./form-context";

/** One message per field, by the field's name ("risks.0.harm"), from react-hook-form's tree of errors. */
export function sentencesByField(errors: FieldErrors, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([key, error]) => {
      if (!error || typeof error !== "object") return [];
      const name = path ? `${path}.${key}` : key;
      return typeof error.message === "string"
        ? [[name, error.message]]
        : Object.entries(sentencesByField(error as FieldErrors, name));
    }),
  );
}

/** Moves the message of part of a field's value ("organisations.0") to the field on the page. */
export function besideKnownFields(sentences: Record<string, string>, known: ReadonlyMap<string, FieldFacts>) {
  const beside: Record<string, string> = {};
  for (const [name, sentence] of Object.entries(sentences)) {
    const owner = ancestors(name).find((candidate) => known.has(candidate)) ?? name;
    beside[owner] ??= sentence;
  }
  return beside;
}

/** The summary in page order, after the messages that belong to no field. */
export function summaryLines(
  sentences: readonly string[],
  byField: Record<string, string>,
  known: ReadonlyMap<string, FieldFacts>,
): SummaryLine[] {
  const names = Object.keys(byField);
  const loose = names.filter((name) => !known.has(name)).map((name) => ({ sentence: byField[name] ?? "" }));
  const linked = inPageOrder(known).flatMap(([name, { id }]) => {
    const sentence = byField[name];
    return sentence ? [{ sentence, leadsTo: id }] : [];
  });
  return [...sentences.map((sentence) => ({ sentence })), ...loose, ...linked];
}

export function inPageOrder(known: ReadonlyMap<string, FieldFacts>) {
  return [...known].sort(([, a], [, b]) => {
    const [first, second] = [document.getElementById(a.id), document.getElementById(b.id)];
    if (!first || !second) return 0;
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

function ancestors(name: string) {
  const parts = name.split(".");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
}
