import { withFullStop } from "./format";

/**
 * What Leeway says and what people typed, kept apart as data, so that no reason or title reads as a grant, or as a letter to sign
 * in by: history, letters and print each show typed words in their own way. Names of people, organisations and boards count as
 * Leeway's: administrators keep them, and a person's name can hold no sentence (server/auth/input.ts).
 */
export type Part = string | { typed: string };
export type Sentence = readonly Part[];

/** sentence`recorded a risk: ${harm}`: whatever is put into it is typed, unless it is a sentence itself. */
export function sentence(words: TemplateStringsArray, ...values: readonly (string | Sentence)[]): Sentence {
  const parts = words.flatMap((said, index): Part[] => {
    const value = values[index] ?? [];
    return [said, ...(typeof value === "string" ? [{ typed: value }] : value)];
  });
  return parts.filter((part) => (typeof part === "string" ? part : part.typed.trim()) !== "");
}

/** Words of Leeway's own to put into a sentence: a day, a number, one of a closed list, a name. */
export const fromLeeway = (words: string): Sentence => [words];

/** Sentences one after the other. */
export const joined = (sentences: readonly Sentence[], between = " "): Sentence =>
  sentences.flatMap((each, index) => (index === 0 ? each : [between, ...each]));

/** A sentence as plain words, for search and sums; to show it, use what keeps the parts apart. */
export const plainWords = (parts: Sentence): string =>
  parts.map((part) => (typeof part === "string" ? part : part.typed)).join("");

/** A sentence as text in which what people typed stands in quotation marks that it cannot close. */
export const inQuotes = (parts: Sentence): string =>
  parts.map((part) => (typeof part === "string" ? part : quoted(part.typed))).join("");

/** A sentence with a full stop at its end, unless what ends it has one. */
export function ended(parts: Sentence): Sentence {
  const plain = plainWords(parts).trim();
  return withFullStop(plain) === plain ? parts : [...parts, "."];
}

/** What people typed, in quotation marks that it cannot close, on one line. */
export const quoted = (words: string): string =>
  `“${words
    .replace(/["“”„‟«»]/g, "'")
    .replace(/\s+/g, " ")
    .trim()}”`;
