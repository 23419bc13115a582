import type { Person } from "../person";

export const firstDay = "From which day?";
export const lastDay = "Until the end of which day?";

/** Sends the days for which a team asks permission. */
export const savesDays = (person: Person): Promise<void> => person.press("Save and go on");
