import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { termsParts } from "../vocabulary";
import { decidedAt, id, oneOf, ownSystemOnly, within } from "./columns";
import { experiments } from "./experiments";
import { people } from "./people";

/** Who edited a part of what leaders are asked, and so may not answer it. One row per edit, never changed. */
export const termsEdits = pgTable(
  "terms_edits",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    part: text({ enum: termsParts }).notNull(),
    editedBy: uuid()
      .notNull()
      .references(() => people.id),
    editedAt: decidedAt(),
  },
  (edit) => [
    within(edit, edit.experimentId, () => experiments),
    oneOf("terms part", edit.part, termsParts),
    index().on(edit.experimentId, edit.editedBy),
    ownSystemOnly(edit),
  ],
);
