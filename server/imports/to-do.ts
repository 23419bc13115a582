import type { Upload } from "./queries";

type Upon = Pick<Upload, "state" | "rowCount" | "found" | "correct">;

/** How many rows there are to get through: a check looks at all of them, and only those that can be saved are saved. */
export function rowsToDo({ state, rowCount, found, correct }: Upon): number {
  if (state !== "saving" || !found) return rowCount;
  return found.good + (correct === null ? 0 : found.different);
}
