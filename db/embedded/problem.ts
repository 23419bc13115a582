/** The database cannot be used: the cause in one plain sentence, and what to do about it. */
export class DatabaseProblem extends Error {
  override name = "DatabaseProblem";
}

/** The code of a system error (`ENOENT`, `EACCES` …) or of a PostgreSQL error (`57P03` …), if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
