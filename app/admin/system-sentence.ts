import { counted } from "@/server/words";

type Overview = { organisations: number; people: number; waiting: number; boards: number };

/** "10 organisations, 27 people and 3 boards. 2 people have not signed in yet." */
export function inOneSentence({ organisations, people, waiting, boards }: Overview): string {
  const all = `${counted(organisations, "organisation")}, ${counted(people, "person", "people")} and ${counted(boards, "board")}.`;
  return waiting === 0 ? all : `${all} ${waitingInWords(waiting)}`;
}

export const waitingInWords = (waiting: number): string =>
  `${counted(waiting, "person has", "people have")} not signed in yet.`;
