import { riskScore } from "./score";

type Scored = { id: string; consequence: number; likelihood: number };

const alphabet = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
/** A to Z, then AA, AB and so on. */
const letterOf = (place: number): string =>
  place < 26 ? (alphabet[place] ?? "") : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26);

/** Risks, the highest score first, each with the letter by which the text and the grid of risks name it. */
export const lettered = <Risk extends Scored>(risks: readonly Risk[]): (Risk & { letter: string })[] =>
  risks
    .toSorted((a, b) => riskScore(b) - riskScore(a) || (a.id < b.id ? -1 : 1))
    .map((risk, place) => ({ ...risk, letter: letterOf(place) }));
