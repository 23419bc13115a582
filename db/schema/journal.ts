import { bigint, char, index, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, ownSystemOnly, requiredText } from "./columns";
import { systems } from "./organisations";
import { people } from "./people";

/** Every change as a sentence, in order, each entry with the hash of the one before: one chain per system, append-only. */
export const journal = pgTable(
  "journal",
  {
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    sequence: bigint({ mode: "number" }).notNull(),
    experimentId: uuid(),
    /** Who did it; empty when a stop rule did. */
    personId: uuid().references(() => people.id),
    /** The sentence without its subject: "recorded a risk: a fall on the stairs". */
    act: requiredText(),
    /** The same in parts: which words are Leeway's, and which somebody typed (server/typed-words.ts). */
    parts: jsonb().$type<readonly (string | { typed: string })[]>().notNull(),
    /** Ids and the like, for later investigation; no query reads them. */
    details: jsonb().notNull().default({}),
    at: instant().notNull(),
    previousHash: char({ length: 64 }).notNull(),
    /** SHA-256 over system, sequence, previous hash, person, experiment, act, parts, details and time. */
    hash: char({ length: 64 }).notNull(),
  },
  (entry) => [
    primaryKey({ columns: [entry.systemId, entry.sequence] }),
    index().on(entry.experimentId, entry.sequence),
    ownSystemOnly(entry),
  ],
);
