import { NotFound } from "@/server/errors";
import type { JobContext, JobKind } from "@/server/jobs/job";
import type { Who } from "@/server/who";
import { FEW_ROWS } from "./limits";
import type { Upload } from "./queries";
import { runInWorker } from "./run-in-worker";
import type { UploadJob } from "./worker-tasks";

/** Far longer than the longest job takes. */
const JOB_TIMEOUT_MS = 30 * 60_000;

/** The job of an upload step. Its key makes it unique for each version of the upload. */
export const jobOf = (kind: "check an upload" | "save an upload", upload: Upload, who: Who) => ({
  kind,
  key: `${kind} ${upload.id} ${upload.version}`,
  payload: {
    ...{ personId: who.id, measureId: upload.measureId, uploadId: upload.id },
    long: upload.rowCount > FEW_ROWS,
  },
});

/** Runs a job in a worker process when it has many rows. */
export const inWorkerIfLong =
  (task: "check" | "save", work: JobKind): JobKind =>
  async (job) => {
    const payload = job.payload as UploadJob;
    const databaseUrl = job.database.$client.options.connectionString;
    if (payload.long && databaseUrl)
      await runInWorker(task, { databaseUrl, payload }, { timeoutMs: JOB_TIMEOUT_MS, control: job });
    else await work(job);
  };

/** Called between batches: extends the job's lease, yields to the event loop, and throws when the server is stopping. */
export async function extendLeaseOrStop({
  extendLease,
  isStopping,
}: Pick<JobContext, "extendLease" | "isStopping">): Promise<void> {
  await extendLease();
  if (isStopping()) throw new Error("the server stopped meanwhile");
  await new Promise<void>((next) => setImmediate(next));
}

/** Ends the job quietly when the upload no longer exists or is no longer visible: a retry would not help. */
export const ifUploadExists =
  (work: JobKind): JobKind =>
  (job) =>
    work(job).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
    });
