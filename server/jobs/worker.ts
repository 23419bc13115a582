import { setTimeout as wait } from "node:timers/promises";
import type { connect } from "@/db/client";
import { errorInLog } from "@/server/error-in-log";
import type { JobKind } from "@/server/jobs/job";
import { jobKinds as allKinds } from "@/server/jobs/kinds";
import { type ClaimedJob, claimJob, extendLease, finishJob, retryJobLater } from "@/server/jobs/queries";

type Database = ReturnType<typeof connect>;
export type Worker = { stop: () => Promise<void> };

const pollMs = 1_000;

/** Works through the queue, one job after another, until stopped. Several servers can share the queue. */
export function startWorker(database: Database, kinds: Record<string, JobKind> = allKinds): Worker {
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const work = async () => {
    while (!isStopping()) {
      const job = await claimJob(database).catch(() => null); // the database is unreachable: try again later
      if (job) await doJob(database, job, kinds, isStopping);
      else await wait(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const working = work();
  return {
    stop: () => {
      stopping.abort();
      return working;
    },
  };
}

async function doJob(database: Database, job: ClaimedJob, kinds: Record<string, JobKind>, isStopping: () => boolean) {
  try {
    const kind = kinds[job.kind];
    if (!kind) throw new Error(`Nobody knows how to do a job of the kind "${job.kind}"`);
    await kind({ database, payload: job.payload, extendLease: () => extendLease(database, job.id), isStopping });
    await finishJob(database, job.id);
  } catch (error) {
    const problem = errorInLog(error);
    console.error(`A job of the kind "${job.kind}" was not done and is tried again: ${problem}`);
    await retryJobLater(database, job, problem).catch(() => undefined); // otherwise its lease runs out
  }
}
