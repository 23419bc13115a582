import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant, requiredText } from "./columns";

/**
 * A job to run, at least once, after the change that enqueued it: an e-mail, an import. Inserted in that change's own
 * transaction. Only the server's worker reads it, so it belongs to no system and the app's role may only insert.
 */
export const jobs = pgTable(
  "jobs",
  {
    id: id(),
    kind: requiredText(),
    /** A job with an existing key is not added: each stop and each reminder is sent once. */
    key: requiredText().unique(),
    payload: jsonb().notNull(),
    runAt: instant().notNull().default(sql`now()`),
    attempts: integer().notNull().default(0),
    /** A worker has claimed it until then; afterwards another may. */
    lockedUntil: instant(),
    lastError: text(),
    doneAt: instant(),
  },
  (job) => [index().on(job.runAt).where(sql`${job.doneAt} is null`)],
);
