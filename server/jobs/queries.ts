import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { jobs } from "@/db/schema";
import type { Json } from "@/server/canonical";

export type NewJob = {
  kind: string;
  /** Unique: a second job with the same key is ignored, so nothing is done or sent twice. */
  key: string;
  payload: Json;
  /** The earliest time to run; default: at once. */
  runAt?: string;
};

/** Enqueues a job in the change's own transaction: if the change is rolled back, so is the job. */
export async function enqueue(tx: Db, job: NewJob): Promise<void> {
  await tx.insert(jobs).values(job).onConflictDoNothing();
}

const claimedRow = z.strictObject({ id: z.uuid(), kind: z.string(), payload: z.unknown(), attempts: z.number() });
export type ClaimedJob = z.infer<typeof claimedRow>;

/** How long a claimed job belongs to its worker, unless extended. */
const leaseSeconds = 60;

/** Claims the next job that is due and has no live lease. */
export async function claimJob(db: Db): Promise<ClaimedJob | null> {
  const claimed = await read(db, claimedRow).row(sql`
    update jobs set locked_until = now() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    where id = (select id from jobs where done_at is null and run_at <= now() and coalesce(locked_until < now(), true)
      order by run_at, id limit 1 for update skip locked)
    returning id, kind, payload, attempts`);
  return claimed ?? null;
}

export async function extendLease(db: Db, id: string): Promise<void> {
  await db.execute(sql`update jobs set locked_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${id}`);
}

export async function finishJob(db: Db, id: string): Promise<void> {
  await db.execute(sql`update jobs set done_at = now(), locked_until = null where id = ${id}`);
}

/** Clears the payload of jobs done a month ago. Their keys stay, so that they never run again. */
export async function clearOldPayloads(db: Db): Promise<void> {
  await db.execute(
    sql`update jobs set payload = '{}' where done_at < leeway_now() - interval '30 days' and payload <> '{}'`,
  );
}

/** Releases a failed job for a retry, with exponential backoff from 30 seconds to a day. */
export async function retryJobLater(db: Db, { id, attempts }: ClaimedJob, problem: string): Promise<void> {
  const seconds = Math.min(30 * 2 ** (attempts - 1), 86_400);
  await db.execute(sql`
    update jobs set locked_until = null, run_at = now() + make_interval(secs => ${seconds}), last_error = ${problem}
    where id = ${id}`);
}
