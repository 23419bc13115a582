import { pluralise } from "@/server/format";

type Overview = { organisations: number; people: number; waiting: number; boards: number };

/** "10 organisations, 27 people and 3 boards. 2 people have not signed in yet." */
export function systemInWords({ organisations, people, waiting, boards }: Overview): string {
  const all = `${pluralise(organisations, "organisation")}, ${pluralise(people, "person", "people")} and ${pluralise(boards, "board")}.`;
  return waiting === 0 ? all : `${all} ${waitingInWords(waiting)}`;
}

export const waitingInWords = (waiting: number): string =>
  `${pluralise(waiting, "person has", "people have")} not signed in yet.`;
