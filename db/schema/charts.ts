import { date, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { decidedAt, id, instant, ownSystemOnly, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { measures } from "./measures";
import { people } from "./people";

/** From this period on a measure's limits are recalculated: who decided it, and why. The old limits stay visible. */
export const rebases = pgTable(
  "rebases",
  {
    id: id(),
    systemId: uuid().notNull(),
    measureId: uuid().notNull(),
    /** The first day of the first period of the new part; a period that has a value. */
    periodOn: date().notNull(),
    reason: requiredText(),
    rebasedBy: uuid()
      .notNull()
      .references(() => people.id),
    rebasedAt: decidedAt(),
    removedAt: instant(),
    removedBy: uuid().references(() => people.id),
  },
  (rebase) => [within(rebase, rebase.measureId, () => measures), index().on(rebase.measureId), ownSystemOnly(rebase)],
);

/** A period's point is shown, hollow and crossed, and left out of mean, limits and rules: a ghost point, with its reason. */
export const leftOutPoints = pgTable(
  "left_out_points",
  {
    id: id(),
    systemId: uuid().notNull(),
    measureId: uuid().notNull(),
    /** The first day of the period. */
    periodOn: date().notNull(),
    reason: requiredText(),
    leftOutBy: uuid()
      .notNull()
      .references(() => people.id),
    leftOutAt: decidedAt(),
    removedAt: instant(),
    removedBy: uuid().references(() => people.id),
  },
  (point) => [within(point, point.measureId, () => measures), index().on(point.measureId), ownSystemOnly(point)],
);

/** An event on a day, in words, on a measure's chart: in one experiment, or wherever the measure is drawn. */
export const chartNotes = pgTable(
  "chart_notes",
  {
    id: id(),
    systemId: uuid().notNull(),
    measureId: uuid().notNull(),
    experimentId: uuid(),
    happenedOn: date().notNull(),
    words: requiredText(),
    notedBy: uuid()
      .notNull()
      .references(() => people.id),
    notedAt: decidedAt(),
    removedAt: instant(),
    removedBy: uuid().references(() => people.id),
  },
  (note) => [
    within(note, note.measureId, () => measures),
    within(note, note.experimentId, () => experiments),
    index().on(note.measureId),
    ownSystemOnly(note),
  ],
);
