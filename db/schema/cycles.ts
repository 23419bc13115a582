import { date, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { pdsaActs } from "../vocabulary";
import { decidedAt, id, instant, oneOf, ownSystemOnly, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { people } from "./people";

/** One plan, do, study, act cycle of an experiment: the prediction, what was done, what was seen against it, what next. */
export const pdsaCycles = pgTable(
  "pdsa_cycles",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    /** 1, 2, 3 … within the experiment. */
    number: integer().notNull(),
    plan: requiredText(),
    prediction: requiredText(),
    fromOn: date().notNull(),
    /** The last day of doing; empty while it runs. */
    endsOn: date(),
    done: text(),
    /** What was seen, against the prediction. */
    studied: text(),
    act: text({ enum: pdsaActs }),
    version: integer().notNull().default(1),
    /** Who edited it last; empty if nobody has. */
    editedBy: uuid().references(() => people.id),
    editedAt: instant(),
    plannedBy: uuid()
      .notNull()
      .references(() => people.id),
    plannedAt: decidedAt(),
  },
  (cycle) => [
    within(cycle, cycle.experimentId, () => experiments),
    unique().on(cycle.experimentId, cycle.number),
    oneOf("pdsa act", cycle.act, pdsaActs),
    index().on(cycle.experimentId),
    ownSystemOnly(cycle),
  ],
);
