import { NotFound } from "@/server/errors";
import type { Doing, Kind } from "@/server/jobs/kinds";

export type UploadJob = { personId: string; measureId: string; uploadId: string };

/** Now and then during long work: keeps the job ours, lets others have their turn, and leaves off when the server stops. */
export async function stillAtIt({ keep, isStopping }: Pick<Doing, "keep" | "isStopping">): Promise<void> {
  if (isStopping()) throw new Error("the server stopped meanwhile");
  await keep();
  await new Promise<void>((next) => setImmediate(next));
}

/** Work on an upload that is no longer there, or no longer theirs to see, is over: trying again would find the same. */
export const unlessGone =
  (work: Kind): Kind =>
  (doing) =>
    work(doing).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
    });
