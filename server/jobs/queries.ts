import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { jobs } from "@/db/schema";
import type { Json } from "@/server/canonical";

export type NewJob = {
  kind: string;
  /** What it is about: the same key is kept once, so the same thing is never told or done twice. */
  key: string;
  payload: Json;
  /** Not before this moment; left out, at once. */
  runAt?: string;
};

/** Asks for work to be done once this change is kept; if the change is undone, so is the asking. */
export async function enqueue(tx: Db, asked: NewJob): Promise<void> {
  await tx.insert(jobs).values(asked).onConflictDoNothing();
}

const takenRow = z.strictObject({ id: z.uuid(), kind: z.string(), payload: z.unknown(), attempts: z.number() });
export type ClaimedJob = z.infer<typeof takenRow>;

/** Seconds for which a job belongs to whoever took it; a long one asks for more (keepJob). */
const leaseSeconds = 60;

/** The next job that is due and that nobody works on, or that somebody left: it is ours for a while. */
export async function claimJob(db: Db): Promise<ClaimedJob | null> {
  const taken = await read(db, takenRow).row(sql`
    update jobs set locked_until = now() + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
    where id = (select id from jobs where done_at is null and run_at <= now() and coalesce(locked_until < now(), true)
      order by run_at, id limit 1 for update skip locked)
    returning id, kind, payload, attempts`);
  return taken ?? null;
}

export async function extendLease(db: Db, id: string): Promise<void> {
  await db.execute(sql`update jobs set locked_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${id}`);
}

export async function finishJob(db: Db, id: string): Promise<void> {
  await db.execute(sql`update jobs set done_at = now(), locked_until = null where id = ${id}`);
}

/** What was done a month ago keeps its key, so that it is never done again, and nothing of what it said. */
export async function clearOldPayloads(db: Db): Promise<void> {
  await db.execute(
    sql`update jobs set payload = '{}' where done_at < leeway_now() - interval '30 days' and payload <> '{}'`,
  );
}

/** Tried and not done: again after a pause that doubles, from half a minute to a day. */
export async function retryJobLater(db: Db, { id, attempts }: ClaimedJob, problem: string): Promise<void> {
  const seconds = Math.min(30 * 2 ** (attempts - 1), 86_400);
  await db.execute(sql`
    update jobs set locked_until = null, run_at = now() + make_interval(secs => ${seconds}), last_error = ${problem}
    where id = ${id}`);
}
