import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { uploadStates } from "../vocabulary";
import { decidedAt, id, oneOf, ownSystemOnly, requiredText, within } from "./columns";
import { measures } from "./measures";
import { people } from "./people";

/**
 * A spreadsheet on its way to becoming results: seen by whoever uploaded it alone. Its rows are kept until they are saved
 * or the upload is called off, and 7 days at most.
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
    /** What was noticed while reading: a title above the header, a line of totals. */
    noticed: jsonb().notNull(),
    /** The rows as written, a line of [row, cells] each; empty once they are no longer needed. */
    rows: text().notNull(),
    rowCount: integer().notNull(),
    /** Which column is what, and how what could be read in two ways is to be read. */
    answers: jsonb(),
    /** How far the work has come, in rows. */
    doneRows: integer().notNull().default(0),
    /** What the check found, once it is through. */
    found: jsonb(),
    /** Every problem by row, column and reason, for the file of problems. */
    problems: text().notNull().default("[]"),
    /** What became of figures that are there already and differ; the reason when they are replaced. */
    correct: text(),
    /** What was saved, in sentences. */
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
