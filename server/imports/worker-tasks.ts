import type { JobContext, JobKind } from "@/server/jobs/job";
import type { Columns } from "@/server/measures/load/columns";
import { readChosenFile, readPasted } from "./file";
import { type MeasureForQuestions, questionsOf } from "./questions";
import { inBatches } from "./stored-rows";
import { tableOf, type UploadTarget } from "./table";

/** How a running task reports progress and learns that the server is stopping. */
export type JobControl = Pick<JobContext, "extendLease" | "isStopping">;
export type UploadSource = { file: Uint8Array } | { pasted: string };
/** The payload of an upload step's job. */
export type UploadJob = { personId: string; measureId: string; uploadId: string; long?: boolean };
type OnDatabase = { databaseUrl: string; payload: UploadJob };

/**
 * Runs a job with 2 connections, one to save and one to report progress. Imported lazily: tasks that read files need no
 * database.
 */
async function inDatabase({ databaseUrl, payload }: OnDatabase, control: JobControl, work: JobKind): Promise<void> {
  const { connect } = await import("@/db/client");
  const database = connect(databaseUrl, { connections: 2 });
  try {
    await work({ database, payload, ...control });
  } finally {
    await database.$client.end();
  }
}

/** Tasks of the worker process. Input and result must be serialisable. */
export const tasks = {
  read: async ({ brought, to }: { brought: UploadSource; to: UploadTarget }) =>
    tableOf("file" in brought ? await readChosenFile(brought.file) : readPasted(brought.pasted), to),
  "find questions": async ({
    lines,
    columns,
    measure,
  }: {
    lines: string;
    columns: Columns;
    measure: MeasureForQuestions;
  }) => questionsOf(inBatches(lines), columns, measure),
  check: async (input: OnDatabase, control: JobControl) =>
    inDatabase(input, control, (await import("./check")).checkUpload),
  save: async (input: OnDatabase, control: JobControl) =>
    inDatabase(input, control, (await import("./save")).saveUploadRows),
};
export type Tasks = typeof tasks;
