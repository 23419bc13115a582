import { sql } from "drizzle-orm";
import { boolean, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { stages } from "../vocabulary";
import { instant, oneOf, ownSystemOnly, within } from "./columns";
import { experiments } from "./experiments";
import { organisations, systems } from "./organisations";

/**
 * The stages of each experiment from today on, kept for lists: one row for each stage that follows from its facts without
 * another act, with its first and last day. Written by triggers when a transaction that changes these facts commits
 * (db/migrations/0000_4_stages.sql); `npm run facts -- verify` compares it with the view experiment_facts.
 */
export const experimentStages = pgTable(
  "experiment_stages",
  {
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    /** "-infinity" for the stage that it had when it was written. */
    fromOn: date().notNull(),
    /** "infinity" for the last. */
    untilOn: date().notNull(),
    stage: text({ enum: stages }).notNull(),
    /** Whether everyone in the system may see it, and not its team alone. */
    shared: boolean().notNull(),
    registeredAt: instant().notNull(),
    carrierIds: uuid().array().notNull(),
    /** The earliest last day of its permissions for today's terms. */
    endsOn: date(),
    /** Its newest request, and where that is open and for today's terms, the last day until which it is. */
    requestId: uuid(),
    requestUntil: date(),
  },
  (it) => [
    primaryKey({ columns: [it.experimentId, it.fromOn] }),
    within(it, it.experimentId, () => experiments),
    oneOf("kept stage", it.stage, stages),
    index().on(it.systemId, it.registeredAt, it.experimentId, it.fromOn, it.untilOn, it.stage, it.shared),
    index().on(it.systemId, it.stage, it.registeredAt),
    index().on(it.registeredAt, it.experimentId), // the newest of several systems
    index().using("gin", it.carrierIds).where(sql`${it.stage} <> 'ended'`),
    ownSystemOnly(it),
  ],
);

/** On which days from today on somebody can answer for an organisation (the view answering_people), kept like the stages. */
export const answeringPeriods = pgTable(
  "answering_periods",
  {
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    fromOn: date().notNull(),
    untilOn: date().notNull(),
  },
  (it) => [primaryKey({ columns: [it.systemId, it.organisationId, it.fromOn] }), ownSystemOnly(it)],
);

/** The experiments whose stages are to be worked out before the transaction commits; empty otherwise, and no role's but the owner's. */
export const stagesDue = pgTable("stages_due", { experimentId: uuid().primaryKey() });
