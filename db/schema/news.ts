import { bigint, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { newsKinds } from "../vocabulary";
import { boardReviews } from "./boards";
import { oneOf, ownSystemOnly, within } from "./columns";
import { journal } from "./journal";
import { organisations } from "./organisations";

/** A journal entry that people are notified of by letter: its kind, and whom it concerns (server/mail). */
export const news = pgTable(
  "news",
  {
    systemId: uuid().notNull(),
    sequence: bigint({ mode: "number" }).notNull(),
    kind: text({ enum: newsKinds }).notNull(),
    /** The one organisation whose leaders are notified; empty for all organisations that carry a risk or dip. */
    organisationId: uuid().references(() => organisations.id),
    /** The question to a board that it is about. */
    reviewId: uuid(),
  },
  (it) => [
    primaryKey({ columns: [it.systemId, it.sequence] }),
    foreignKey({ columns: [it.systemId, it.sequence], foreignColumns: [journal.systemId, journal.sequence] }),
    within(it, it.reviewId, () => boardReviews),
    oneOf("news kind", it.kind, newsKinds),
    ownSystemOnly(it),
  ],
);
