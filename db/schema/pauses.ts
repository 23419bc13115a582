import { date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { pauseDecisions as decisions } from "../vocabulary";
import { decidedAt, id, oneOf, ownSystemOnly, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { organisations } from "./organisations";
import { people } from "./people";

/** A leader's decision while an experiment was paused. Without a decision it stays paused. */
export const pauseDecisions = pgTable(
  "pause_decisions",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    decision: text({ enum: decisions }).notNull(),
    reason: requiredText(),
    decidedBy: uuid()
      .notNull()
      .references(() => people.id),
    /** The leader for whom a deputy decided. */
    inPlaceOf: uuid().references(() => people.id),
    decidedAt: decidedAt(),
  },
  (it) => [
    within(it, it.experimentId, () => experiments),
    oneOf("pause decision", it.decision, decisions),
    index().on(it.experimentId),
    ownSystemOnly(it),
  ],
);

/** What a team did about the cause of a pause, so that leaders can allow it to resume. */
export const pauseFixes = pgTable(
  "pause_fixes",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    inWords: requiredText(),
    reportedBy: uuid()
      .notNull()
      .references(() => people.id),
    reportedAt: decidedAt(),
  },
  (it) => [within(it, it.experimentId, () => experiments), index().on(it.experimentId), ownSystemOnly(it)],
);

/** A reminder, sent once to team and leader, that a permission ends: 14, 7 and 1 days before. The key prevents a second one. */
export const reminders = pgTable(
  "reminders",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The answer, or the use of a standing permission, that ends. */
    grantId: uuid().notNull(),
    endsOn: date().notNull(),
    daysBefore: integer().notNull(),
    remindedAt: decidedAt(),
  },
  (reminder) => [
    within(reminder, reminder.experimentId, () => experiments),
    unique().on(reminder.grantId, reminder.daysBefore),
    index().on(reminder.experimentId),
    ownSystemOnly(reminder),
  ],
);
