import type { Doing } from "@/server/jobs/kinds";

export type UploadJob = { personId: string; measureId: string; uploadId: string };

/** Now and then during long work: keeps the job ours, lets others have their turn, and leaves off when the server stops. */
export async function stillAtIt({ keep, isStopping }: Pick<Doing, "keep" | "isStopping">): Promise<void> {
  if (isStopping()) throw new Error("the server stopped meanwhile");
  await keep();
  await new Promise<void>((next) => setImmediate(next));
}
