import type { Db } from "@/db/client";
import { Refusal } from "@/server/errors";
import type { ColumnsInput } from "@/server/imports/input";
import { LoadRefused } from "@/server/measures/load/refused";
import type { Contributor, Measure } from "@/server/measures/queries";
import { mayLogFor } from "@/server/measures/reach";
import type { Who } from "@/server/who";
import { asColumns } from "./columns";
import { readChosenFile, readPasted } from "./file";
import { FEW_ROWS, SMALL_BYTES } from "./limits";
import { findLines, type Upload } from "./queries";
import { type FoundQuestions, questionsKey, questionsOf } from "./questions";
import { runInWorker, WorkerEnded } from "./run-in-worker";
import { inBatches } from "./stored-rows";
import { type Table, tableOf } from "./table";
import type { UploadSource } from "./worker-tasks";

/** Longest time a person waits for a file to be read, in ms; ordinary files take far less. */
const READ_TIMEOUT_MS = 20_000;

/** The contributors a person may import results for. */
export const choicesFor = (who: Who, measure: Measure): Contributor[] =>
  measure.contributors.filter(({ organisationId }) => mayLogFor(who, measure).includes(organisationId));

/** Reads the input, and turns reading errors into field errors of its box. @throws {Refusal} */
export async function readForBox(
  box: "file" | "pasted",
  brought: UploadSource,
  { who, measure }: { who: Who; measure: Measure },
): Promise<Table> {
  const { counting, direction, rhythm } = measure;
  const to = { measure: { counting, direction, rhythm }, choices: choicesFor(who, measure) };
  const size = "file" in brought ? brought.file.length : brought.pasted.length;
  try {
    if (size > SMALL_BYTES) return await runInWorker("read", { brought, to }, { timeoutMs: READ_TIMEOUT_MS });
    return tableOf("file" in brought ? await readChosenFile(brought.file) : readPasted(brought.pasted), to);
  } catch (error) {
    const tooMuch = "It is too much to read at once. Split it into smaller files.";
    if (error instanceof WorkerEnded) throw new Refusal([], { [box]: tooMuch });
    if (error instanceof LoadRefused) throw new Refusal([], { [box]: error.sentences.join(" ") });
    throw error;
  }
}

/** The questions for these columns: those stored with the upload if they still apply, else found anew. */
export async function questionsFor(
  db: Db,
  upload: Upload,
  { counting, direction, rhythm }: Measure,
  chosen: ColumnsInput,
): Promise<FoundQuestions> {
  const measure = { counting, direction, rhythm };
  const of = questionsKey(chosen, measure);
  if (upload.noticed.questions?.of === of) return upload.noticed.questions;
  const { columns } = asColumns(chosen, upload.header, measure);
  const lines = await findLines(db, upload.id);
  const questions =
    upload.rowCount > FEW_ROWS
      ? await runInWorker("find questions", { lines, columns, measure }, { timeoutMs: READ_TIMEOUT_MS })
      : questionsOf(inBatches(lines), columns, measure);
  return { of, questions };
}
