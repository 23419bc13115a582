import type { Person } from "../person";

type Definition = {
  name: string;
  definition: string;
  counting: string;
  /** The unit, for a number. */
  unit?: string;
  better: string;
  every?: string;
  contributors?: string[];
};

/** Fills in the definition of a measure. */
export async function fillsInMeasure(person: Person, measure: Definition): Promise<void> {
  await person.writes("What is it called?", measure.name);
  await person.writes("What exactly is counted?", measure.definition);
  await person.chooses("How is it counted?", measure.counting);
  if (measure.unit) await person.writes("Counted in", measure.unit);
  await person.chooses("Which way is better?", measure.better);
  if (measure.every) await person.chooses("How often?", measure.every);
  if (measure.contributors) await person.chooses("Who contributes?", ...measure.contributors);
}

/** Adds an existing measure of the system to an experiment. */
export async function addsMeasure(person: Person, label: string, part: string): Promise<void> {
  await person.getByLabel("Which measure?").selectOption({ label });
  await person.getByRole("group", { name: "What part does it play?" }).first().getByLabel(part).check();
  await person.press("Add this measure");
}
