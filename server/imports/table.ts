import type { Csv } from "@/server/measures/load/csv";
import { problemInWords } from "@/server/measures/load/refused";
import type { Contributor } from "@/server/measures/queries";
import { asColumns, type GuessedFor, guessColumns, isChosen } from "./columns";
import { type AskedOf, type FoundQuestions, foundFor, questionsOf } from "./questions";
import { asLines, inBatches } from "./stored-rows";

/** What a table is brought in for: a measure, and the organisations somebody may bring it in for. */
export type UploadTarget = { measure: GuessedFor & AskedOf; choices: readonly Contributor[] };

/** A table as it is kept: its rows as lines, and what was noticed on the way. */
export type Table = {
  header: string[];
  lines: string;
  rowCount: number;
  noticed: { sentences: string[]; questions: FoundQuestions | null };
};

/** A table that was read, ready to be kept. Where its columns say by themselves what they are, with the questions it raises. */
export function tableOf({ header, rows, problems, noticed }: Csv, { measure, choices }: UploadTarget): Table {
  const there = new Set(rows.map(({ row }) => row));
  const elsewhere = problems.filter(({ row }) => !there.has(row)).map(problemInWords);
  const lines = asLines(rows, problems);
  const guessed = guessColumns(header, measure, choices);
  const questions = isChosen(guessed, header, measure)
    ? questionsOf(inBatches(lines), asColumns(guessed, header, measure).columns, measure)
    : null;
  return {
    ...{ header, lines, rowCount: rows.length },
    noticed: {
      sentences: [...noticed, ...elsewhere],
      questions: questions && { of: foundFor(guessed, measure), questions },
    },
  };
}
