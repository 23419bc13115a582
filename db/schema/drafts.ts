import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { boards } from "./boards";
import { decidedAt, id, instant, ownSystemOnly, parentKey, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { people } from "./people";
import { permissionAnswers, permissionRequests } from "./permissions";

/** A team's unsent request: saved as they go, one for each experiment, deleted once sent. */
export const permissionDrafts = pgTable(
  "permission_drafts",
  {
    experimentId: uuid().primaryKey(),
    systemId: uuid().notNull(),
    fromOn: date(),
    endsOn: date(),
    /** The board to ask as well, if its yes is needed and there are several. */
    boardId: uuid(),
    /** The request it renews. */
    renewsId: uuid(),
    /** Why more time is asked for, with a renewal. */
    whyLonger: text(),
    /** When the interruption page was read; it is shown once. */
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

/** The team's reply to a leader's question. Replies and questions together are the thread; the request's waiting time goes on. */
export const permissionReplies = pgTable(
  "permission_replies",
  {
    id: id(),
    systemId: uuid().notNull(),
    /** The answer that asked the question. */
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
