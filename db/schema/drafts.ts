import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { boards } from "./boards";
import { decidedAt, id, instant, ownSystemOnly, parentKey, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { people } from "./people";
import { permissionAnswers, permissionRequests } from "./permissions";

/** What a team has filled in of a request that it has not sent: kept as they go, one for each experiment, gone once sent. */
export const permissionDrafts = pgTable(
  "permission_drafts",
  {
    experimentId: uuid().primaryKey(),
    systemId: uuid().notNull(),
    fromOn: date(),
    endsOn: date(),
    /** The board to ask as well, where its yes is needed and there are several. */
    boardId: uuid(),
    /** The request it renews. */
    renewsId: uuid(),
    /** Why it is asked for longer, with a renewal. */
    whyLonger: text(),
    /** When the interruption page was read: it is shown once. */
    weighedAt: instant(),
    version: integer().notNull().default(1),
    editedBy: uuid()
      .notNull()
      .references(() => people.id),
    editedAt: decidedAt(),
  },
  (draft) => [
    within(draft, draft.experimentId, () => experiments),
    within(draft, draft.boardId, () => boards),
    within(draft, draft.renewsId, () => permissionRequests),
    ownSystemOnly(draft),
  ],
);

/** The team's reply to a leader's question. Replies and questions together are the thread; the clock of the request keeps running. */
export const permissionReplies = pgTable(
  "permission_replies",
  {
    id: id(),
    systemId: uuid().notNull(),
    /** The answer that was a question. */
    answerId: uuid().notNull(),
    inWords: requiredText(),
    repliedBy: uuid()
      .notNull()
      .references(() => people.id),
    repliedAt: decidedAt(),
  },
  (reply) => [
    parentKey(reply),
    within(reply, reply.answerId, () => permissionAnswers),
    index().on(reply.answerId),
    ownSystemOnly(reply),
  ],
);
