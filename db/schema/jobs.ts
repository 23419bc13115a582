import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant, requiredText } from "./columns";

/**
 * Work to be done after the change that asked for it, at least once: an e-mail, an import. Written in that change's own
 * transaction; read and done by the server's worker alone, so it belongs to no system and the app's role may only add.
 */
export const jobs = pgTable(
  "jobs",
  {
    id: id(),
    kind: requiredText(),
    /** The same key is kept once: a stop is told once, a reminder sent once. */
    key: requiredText().unique(),
    payload: jsonb().notNull(),
    runAt: instant().notNull().default(sql`now()`),
    attempts: integer().notNull().default(0),
    /** Somebody works on it until then; afterwards another may take it up. */
    lockedUntil: instant(),
    lastError: text(),
    doneAt: instant(),
  },
  (job) => [index().on(job.runAt).where(sql`${job.doneAt} is null`)],
);
