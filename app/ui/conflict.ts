import { stableJson } from "./sender";

export type ShownField = { name: string; label: string; show?: (value: unknown) => string };
export type Difference = { name: string; label: string; mine: string; theirs: string };

/** The fields in which two versions differ, in the form's order and in words. */
export function differences(
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  fields: readonly ShownField[],
): Difference[] {
  return fields
    .filter(({ name }) => name in theirs && !sameValue(mine[name], theirs[name]))
    .map(({ name, label, show = inWords }) => ({
      name,
      label,
      mine: valueInWords(mine[name], show),
      theirs: valueInWords(theirs[name], show),
    }));
}

/** Whether two values of a field look the same. */
export function sameValue(a: unknown, b: unknown) {
  return stableJson(emptyToNull(a)) === stableJson(emptyToNull(b));
}

function valueInWords(value: unknown, show: (value: unknown) => string) {
  return emptyToNull(value) === null ? "Nothing" : show(value);
}

function inWords(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Maps every kind of empty value to null. */
function emptyToNull(value: unknown) {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
