import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import {
  chartKinds,
  chartPresets,
  measureCountings,
  measureDirections,
  measureRhythms,
  measureRoles,
} from "../vocabulary";
import { decidedAt, id, instant, oneOf, ownSystemOnly, parentKey, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { organisations, systems } from "./organisations";
import { people } from "./people";

/** What the system watches. It belongs to the system; organisations contribute to it, and nobody can rank them by it. */
export const measures = pgTable(
  "measures",
  {
    id: id(),
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    name: requiredText(),
    /** "%", "days", "people a week". */
    unit: requiredText(),
    /** Which direction is better. */
    direction: text({ enum: measureDirections }).notNull(),
    /** The operational definition, so that two people would count the same. */
    operationalDefinition: requiredText(),
    rhythm: text({ enum: measureRhythms }).notNull(),
    counting: text({ enum: measureCountings }).notNull(),
    /** Decimals shown. */
    decimals: integer().notNull().default(0),
    /** Only if a team set one. */
    target: numeric({ mode: "number" }),
    /** The limits are computed from the first so many points, once there are that many; if empty, from all points. */
    baselinePoints: integer(),
    /** The preset of settings that its chart uses. */
    preset: text({ enum: chartPresets }).notNull().default("NHS England tools"),
    /** What the chart treats as common-cause variation. */
    chartKind: text({ enum: chartKinds }).notNull().default("XmR"),
    /** Whether values about 1 to 7 people are never shown, so that nobody can be identified. */
    suppressSmall: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    /** Who edited it last; empty if nobody has. */
    editedBy: uuid().references(() => people.id),
    editedAt: instant(),
    definedBy: uuid()
      .notNull()
      .references(() => people.id),
    definedAt: decidedAt(),
  },
  (measure) => [
    parentKey(measure),
    oneOf("measure direction", measure.direction, measureDirections),
    oneOf("measure rhythm", measure.rhythm, measureRhythms),
    oneOf("measure counting", measure.counting, measureCountings),
    oneOf("chart preset", measure.preset, chartPresets),
    oneOf("chart kind", measure.chartKind, chartKinds),
    check("decimals 0 to 4", sql`${measure.decimals} between 0 and 4`),
    index().on(measure.systemId),
    ownSystemOnly(measure),
  ],
);

/** An organisation contributes its part to a measure, from and to a day (both included). */
export const measureContributors = pgTable(
  "measure_contributors",
  {
    systemId: uuid().notNull(),
    measureId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    fromOn: date(),
    endsOn: date(),
  },
  (contributor) => [
    primaryKey({ columns: [contributor.measureId, contributor.organisationId] }),
    within(contributor, contributor.measureId, () => measures),
    index().on(contributor.organisationId),
    ownSystemOnly(contributor),
  ],
);

/** The part a measure plays on an experiment: outcome, process or balancing. */
export const experimentMeasures = pgTable(
  "experiment_measures",
  {
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    measureId: uuid().notNull(),
    role: text({ enum: measureRoles }).notNull(),
  },
  (link) => [
    primaryKey({ columns: [link.experimentId, link.measureId] }),
    within(link, link.experimentId, () => experiments),
    within(link, link.measureId, () => measures),
    oneOf("measure role", link.role, measureRoles),
    index().on(link.measureId),
    ownSystemOnly(link),
  ],
);

/**
 * One contributor's result for one period: a value, or a numerator and its denominator.
 * A correction is a new revision; older ones stay readable. The highest revision counts: the unique index that finds it is in
 * migration 0000_3, for drizzle-kit cannot write what it covers.
 */
export const observations = pgTable(
  "observations",
  {
    id: id(),
    systemId: uuid().notNull(),
    measureId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The first day of the period. */
    periodOn: date().notNull(),
    revision: integer().notNull().default(1),
    value: numeric({ mode: "number" }),
    numerator: numeric({ mode: "number" }),
    denominator: numeric({ mode: "number" }),
    /** When it was undone, within the time allowed for that: the period has no result again, and the row records who and when. */
    undone: boolean().notNull().default(false),
    /** Why it was corrected. */
    reason: text(),
    loggedBy: uuid()
      .notNull()
      .references(() => people.id),
    loggedAt: decidedAt(),
  },
  (observation) => [
    within(observation, observation.measureId, () => measures),
    check(
      "a value, or a numerator and a denominator, unless undone",
      sql`case when ${observation.undone} then ${observation.value} is null and ${observation.numerator} is null
        else (${observation.value} is not null) <> (${observation.numerator} is not null and ${observation.denominator} is not null) end`,
    ),
    check(
      "no numerator without its denominator",
      sql`(${observation.numerator} is null) = (${observation.denominator} is null)`,
    ),
    check("denominator above nothing", sql`${observation.denominator} >= 0`),
    ownSystemOnly(observation),
  ],
);
