import type { Csv } from "@/server/measures/load/csv";
import { problemInWords } from "@/server/measures/load/refused";
import type { Contributor } from "@/server/measures/queries";
import { asColumns, guessColumns, isChosen, type MeasureForColumns } from "./columns";
import { type FoundQuestions, type MeasureForQuestions, questionsKey, questionsOf } from "./questions";
import { asLines, inBatches } from "./stored-rows";

/** The measure a table is imported for, and the organisations the person may import for. */
export type UploadTarget = { measure: MeasureForColumns & MeasureForQuestions; choices: readonly Contributor[] };

/** A table as stored: rows as lines, with notices from reading. */
export type Table = {
  header: string[];
  lines: string;
  rowCount: number;
  noticed: { sentences: string[]; questions: FoundQuestions | null };
};

/** Prepares a parsed table for storing. Finds its questions too when the columns can be guessed. */
export function tableOf({ header, rows, problems, noticed }: Csv, { measure, choices }: UploadTarget): Table {
  const rowNumbers = new Set(rows.map(({ row }) => row));
  const elsewhere = problems.filter(({ row }) => !rowNumbers.has(row)).map(problemInWords);
  const lines = asLines(rows, problems);
  const guessed = guessColumns(header, measure, choices);
  const questions = isChosen(guessed, header, measure)
    ? questionsOf(inBatches(lines), asColumns(guessed, header, measure).columns, measure)
    : null;
  return {
    ...{ header, lines, rowCount: rows.length },
    noticed: {
      sentences: [...noticed, ...elsewhere],
      questions: questions && { of: questionsKey(guessed, measure), questions },
    },
  };
}
