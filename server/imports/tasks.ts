import type { JobContext, JobKind } from "@/server/jobs/job";
import type { Columns } from "@/server/measures/load/columns";
import { readChosenFile, readPasted } from "./file";
import { type AskedOf, questionsOf } from "./questions";
import { inBatches } from "./stored-rows";
import { tableOf, type UploadTarget } from "./table";
import type { UploadJob } from "./upload-job";

/** How long work keeps in touch with the server. */
export type JobControl = Pick<JobContext, "keep" | "isStopping">;
export type UploadSource = { file: Uint8Array } | { pasted: string };
type OnDatabase = { databaseUrl: string; payload: UploadJob };

/** Does work with 2 connections: one that saves, one that says how far it has come. What reads a file loads none of that. */
async function inDatabase({ databaseUrl, payload }: OnDatabase, beside: JobControl, work: JobKind): Promise<void> {
  const { connect } = await import("@/db/client");
  const database = connect(databaseUrl, { connections: 2 });
  try {
    await work({ database, payload, ...beside });
  } finally {
    await database.$client.end();
  }
}

/** What can be done in a process of its own: each is given and gives plain data. */
export const tasks = {
  read: async ({ brought, to }: { brought: UploadSource; to: UploadTarget }) =>
    tableOf("file" in brought ? await readChosenFile(brought.file) : readPasted(brought.pasted), to),
  "find questions": async ({ lines, columns, measure }: { lines: string; columns: Columns; measure: AskedOf }) =>
    questionsOf(inBatches(lines), columns, measure),
  check: async (work: OnDatabase, beside: JobControl) =>
    inDatabase(work, beside, (await import("./check")).checkUpload),
  save: async (work: OnDatabase, beside: JobControl) =>
    inDatabase(work, beside, (await import("./save")).saveUploadRows),
};
export type Tasks = typeof tasks;
