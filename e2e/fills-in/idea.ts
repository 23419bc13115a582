import type { Person } from "../person";

/** The boxes in which an idea is noted. */
export const ideaBoxes = { problem: "What bothers you?", changeIdea: "What would you try?", place: "Where?" };
type Idea = Record<keyof typeof ideaBoxes, string>;

export async function fillsInIdea(person: Person, { problem, changeIdea, place }: Idea): Promise<void> {
  await person.writes(ideaBoxes.problem, problem);
  await person.writes(ideaBoxes.changeIdea, changeIdea);
  await person.writes(ideaBoxes.place, place);
}

/** Notes a new idea, so that a story changes none of the demo world's. @returns its pathname */
export async function notesIdea(person: Person, idea: Idea): Promise<string> {
  await person.opens("/experiments/new");
  await fillsInIdea(person, idea);
  await person.press("Save this idea");
  await person.readsNotice("idea noted");
  await person.looks();
  return new URL(person.url()).pathname;
}
