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
export function assignToFields(sentences: Record<string, string>, fields: ReadonlyMap<string, FieldFacts>) {
  const assigned: Record<string, string> = {};
  for (const [name, sentence] of Object.entries(sentences)) {
    const owner = ancestors(name).find((candidate) => fields.has(candidate)) ?? name;
    assigned[owner] ??= sentence;
  }
  return assigned;
}

/** The summary in page order, after the messages that belong to no field. */
export function summaryLines(
  sentences: readonly string[],
  byField: Record<string, string>,
  fields: ReadonlyMap<string, FieldFacts>,
): SummaryLine[] {
  const names = Object.keys(byField);
  const withoutField = names.filter((name) => !fields.has(name)).map((name) => ({ sentence: byField[name] ?? "" }));
  const withField = inPageOrder(fields).flatMap(([name, { id }]) => {
    const sentence = byField[name];
    return sentence ? [{ sentence, controlId: id }] : [];
  });
  return [...sentences.map((sentence) => ({ sentence })), ...withoutField, ...withField];
}

export function inPageOrder(fields: ReadonlyMap<string, FieldFacts>) {
  return [...fields].sort(([, a], [, b]) => {
    const [first, second] = [document.getElementById(a.id), document.getElementById(b.id)];
    if (!first || !second) return 0;
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

function ancestors(name: string) {
  const parts = name.split(".");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("."));
}
