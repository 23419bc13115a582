import { DatabaseProblem } from "@/db/embedded/problem";
import { DatabaseFromNewerVersion, MigrationRefused } from "@/db/migrate";

/** A problem that the person starting Leeway can fix: a sentence, and what to do. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

const plain = [CannotStart, DatabaseProblem, DatabaseFromNewerVersion, MigrationRefused];

/** The text to print: the sentence of an expected problem, the whole error of any other. */
export function inWords(error: unknown): string {
  if (plain.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
