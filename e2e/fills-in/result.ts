import type { Person } from "../person";

/** A result that is a share: how many, out of how many. */
export async function writesShare(person: Person, howMany: number, outOf: number): Promise<void> {
  await person.writes("How many?", String(howMany));
  await person.writes("Out of how many?", String(outOf));
}

/** Sends the correction that was typed, with the reason for it. */
export async function correctsResult(person: Person, why: string): Promise<void> {
  await person.writes("Why is it corrected?", why);
  await person.press("Correct this result");
}
