import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { formerNameFields } from "../vocabulary";
import { decidedAt, id, oneOf, ownSystemOnly, requiredText } from "./columns";
import { systems } from "./organisations";

/**
 * What a person, an organisation or a system was called before it was changed, what a person's job was, and until when. Triggers
 * write it, whoever changes a name; name_then() and job_then() read it.
 */
export const formerNames = pgTable(
  "former_names",
  {
    namedId: uuid().notNull(),
    field: text({ enum: formerNameFields }).notNull(),
    /** Empty for a job that nobody had given. */
    was: text(),
    untilAt: decidedAt(),
  },
  (it) => [
    primaryKey({ columns: [it.namedId, it.field, it.untilAt] }),
    oneOf("former name field", it.field, formerNameFields),
  ],
);

/** The same of what belongs to a system: an experiment's title, a board's name. */
export const formerTitles = pgTable(
  "former_titles",
  {
    id: id(),
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    /** An experiment or a board. */
    titledId: uuid().notNull(),
    was: requiredText(),
    untilAt: decidedAt(),
  },
  (it) => [index().on(it.titledId, it.untilAt), ownSystemOnly(it)],
);
