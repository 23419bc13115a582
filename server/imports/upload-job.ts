import { NotFound } from "@/server/errors";
import type { JobContext, JobKind } from "@/server/jobs/job";
import type { Who } from "@/server/policy";
import { FEW_ROWS } from "./limits";
import type { Upload } from "./queries";
import { runInWorker } from "./run-in-worker";

/** Milliseconds in which the longest step is long done. */
const A_STEP = 30 * 60_000;

export type UploadJob = { personId: string; measureId: string; uploadId: string; long?: boolean };

/** Each step of an upload at each version is asked for once. */
export const stepOf = (kind: "check an upload" | "save an upload", upload: Upload, who: Who) => ({
  kind,
  key: `${kind} ${upload.id} ${upload.version}`,
  payload: {
    ...{ personId: who.id, measureId: upload.measureId, uploadId: upload.id },
    long: upload.rowCount > FEW_ROWS,
  },
});

/** A step as the queue does it: a long one apart from the pages. */
export const inWorkerIfLong =
  (task: "check" | "save", work: JobKind): JobKind =>
  async (doing) => {
    const payload = doing.payload as UploadJob;
    const databaseUrl = doing.database.$client.options.connectionString;
    if (payload.long && databaseUrl)
      await runInWorker(task, { databaseUrl, payload }, { within: A_STEP, beside: doing });
    else await work(doing);
  };

/** Now and then during long work: keeps the job ours, lets others have their turn, and leaves off when the server stops. */
export async function extendLeaseOrStop({ keep, isStopping }: Pick<JobContext, "keep" | "isStopping">): Promise<void> {
  await keep();
  if (isStopping()) throw new Error("the server stopped meanwhile");
  await new Promise<void>((next) => setImmediate(next));
}

/** Work on an upload that is no longer there, or no longer theirs to see, is over: trying again would find the same. */
export const ifUploadExists =
  (work: JobKind): JobKind =>
  (doing) =>
    work(doing).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
    });
