import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { uploadStates } from "../vocabulary";
import { decidedAt, id, oneOf, ownSystemOnly, requiredText, within } from "./columns";
import { measures } from "./measures";
import { people } from "./people";

/**
 * A spreadsheet to import as results, visible only to whoever uploaded it. Its rows are stored until they are saved or the
 * upload is cancelled, for 7 days at most.
 */
export const uploads = pgTable(
  "uploads",
  {
    id: id(),
    systemId: uuid().notNull(),
    measureId: uuid().notNull(),
    fileName: requiredText(),
    state: text({ enum: uploadStates }).notNull().default("read"),
    header: jsonb().notNull(),
    /** What was noticed while reading: a title above the header, a row of totals. */
    noticed: jsonb().notNull(),
    /** The rows as written, each [row, cells]; empty once they are no longer needed. */
    rows: text().notNull(),
    rowCount: integer().notNull(),
    /** The columns' meanings, and how ambiguous values are read. */
    answers: jsonb(),
    /** Progress, in rows. */
    doneRows: integer().notNull().default(0),
    /** The result of the check, once complete. */
    found: jsonb(),
    /** Every problem by row, column and reason, for the downloadable file. */
    problems: text().notNull().default("[]"),
    /** What was done with different existing results; the reason when they are replaced. */
    correct: text(),
    /** The outcome of saving, in sentences. */
    said: jsonb(),
    version: integer().notNull().default(1),
    uploadedBy: uuid()
      .notNull()
      .references(() => people.id),
    uploadedAt: decidedAt(),
  },
  (upload) => [
    within(upload, upload.measureId, () => measures),
    oneOf("upload state", upload.state, uploadStates),
    index().on(upload.uploadedBy, upload.measureId),
    ownSystemOnly(upload),
  ],
);
