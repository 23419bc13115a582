import { stable } from "./sender";

export type ShownField = { name: string; label: string; show?: (value: unknown) => string };
export type Difference = { name: string; label: string; mine: string; theirs: string };

/** The fields in which two versions differ, in the form's order and in words. */
export function differences(
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  fields: readonly ShownField[],
): Difference[] {
  return fields
    .filter(({ name }) => name in theirs && !same(mine[name], theirs[name]))
    .map(({ name, label, show = inWords }) => ({
      name,
      label,
      mine: say(mine[name], show),
      theirs: say(theirs[name], show),
    }));
}

/** Whether two values of a field look the same. */
export function same(a: unknown, b: unknown) {
  return stable(orNothing(a)) === stable(orNothing(b));
}

function say(value: unknown, show: (value: unknown) => string) {
  return orNothing(value) === null ? "Nothing" : show(value);
}

function inWords(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Maps every kind of empty value to null. */
function orNothing(value: unknown) {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
