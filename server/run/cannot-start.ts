import { DatabaseProblem } from "@/db/embedded/problem";
import { DatabaseFromNewerVersion, MigrationRefused } from "@/db/migrate";

/** Something the person who started us can put right: one plain sentence, and what to do. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

const plain = [CannotStart, DatabaseProblem, DatabaseFromNewerVersion, MigrationRefused];

/** What to print: the sentence where there is one, and everything known where nobody foresaw the problem. */
export function inWords(error: unknown): string {
  if (plain.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
