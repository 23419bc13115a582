import type { Person } from "../person";

/** Fills in a percentage. */
export async function writesShare(person: Person, howMany: number, outOf: number): Promise<void> {
  await person.writes("How many?", String(howMany));
  await person.writes("Out of how many?", String(outOf));
}

/** Gives the reason for a correction, and sends it. */
export async function correctsResult(person: Person, why: string): Promise<void> {
  await person.writes("Why is it corrected?", why);
  await person.press("Correct this result");
}
