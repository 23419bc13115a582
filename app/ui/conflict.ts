import { stable } from "./sender";

export type ShownField = { name: string; label: string; show?: (value: unknown) => string };
export type Difference = { name: string; label: string; mine: string; theirs: string };

/** The fields, in the form's order, in which two versions differ, in words. */
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

/** Whether two values of a field are the same to the person who looks at it. */
export function same(a: unknown, b: unknown) {
  return stable(orNothing(a)) === stable(orNothing(b));
}

function say(value: unknown, show: (value: unknown) => string) {
  return orNothing(value) === null ? "Nothing" : show(value);
}

function inWords(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Nothing, null, "" and an empty list are the same nothing. */
function orNothing(value: unknown) {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
