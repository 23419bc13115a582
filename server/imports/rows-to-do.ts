import type { Upload } from "./queries";

type UploadProgress = Pick<Upload, "state" | "rowCount" | "found" | "correct">;

/** Number of rows to process: all in a check, only the savable ones when saving. */
export function rowsToDo({ state, rowCount, found, correct }: UploadProgress): number {
  if (state !== "saving" || !found) return rowCount;
  return found.good + (correct === null ? 0 : found.different);
}
