import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  char,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { conclusionOutcomes, pathwayStages, pauseReasons, turns } from "../vocabulary";
import { decidedAt, id, instant, oneOf, ownSystemOnly, parentKey, requiredText, within } from "./columns";
import { organisations, systems } from "./organisations";
import { people } from "./people";

const searchWords = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A change that a team tries in order to learn whether it helps. Its stage is computed, see server/experiments/stage.ts. */
export const experiments = pgTable(
  "experiments",
  {
    id: id(),
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    title: requiredText(),
    /** What bothers the team. */
    problem: requiredText(),
    /** What they would try. */
    changeIdea: requiredText(),
    /** Where, in words: a ward, a practice, a street. */
    place: requiredText(),
    aim: text(),
    /** "We expect …" */
    prediction: text(),
    /** "… because …" */
    predictionBecause: text(),
    startsAt: text({ enum: pathwayStages }),
    showsAt: text({ enum: pathwayStages }),
    riskOfNotTrying: text(),
    /** The team's word that no harm is foreseen, where it wrote down no risk. */
    noHarmForeseen: boolean().notNull().default(false),
    leadOrganisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Whether it can be undone at any time; empty if not yet answered. */
    reversible: boolean(),
    /** How long the team plans to try it, in weeks; empty if not yet answered. */
    plannedWeeks: integer(),
    /** From when the whole system sees it; before, it is a draft that only its team sees. */
    sharedAt: instant(),
    adaptedFromId: uuid().references((): AnyPgColumn => experiments.id),
    /** SHA-256 of everything a permission covers but its dates; updated by every change to any of it (server/permissions/terms/terms.ts). */
    materialHash: char({ length: 64 }).notNull().default(""),
    version: integer().notNull().default(1),
    /** Who edited it last; empty if nobody has. */
    editedBy: uuid().references(() => people.id),
    editedAt: instant(),
    registeredBy: uuid()
      .notNull()
      .references(() => people.id),
    registeredAt: decidedAt(),
    searchWords: searchWords().generatedAlwaysAs(
      (): SQL =>
        sql`to_tsvector('english', ${experiments.title} || ' ' || ${experiments.problem} || ' ' || ${experiments.changeIdea} || ' ' || ${experiments.place})`,
    ),
  },
  (experiment) => [
    parentKey(experiment),
    oneOf("experiment starts at", experiment.startsAt, pathwayStages),
    oneOf("experiment shows at", experiment.showsAt, pathwayStages),
    index().on(experiment.systemId, experiment.registeredAt),
    index().using("gin", experiment.searchWords),
    index().using("gin", experiment.title.op("gin_trgm_ops")),
    ownSystemOnly(experiment),
  ],
);

/** The history of an experiment's terms: their hash, from when and by whom. Rows are only added, never changed. */
export const termsVersions = pgTable(
  "terms_versions",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    /** SHA-256 of the terms in force from then on, see server/permissions/terms/terms.ts. */
    materialHash: char({ length: 64 }).notNull(),
    sinceAt: decidedAt(),
    /** Empty if the terms are older than this history, or changed because an organisation closed (rule I9). */
    changedBy: uuid().references(() => people.id),
  },
  (it) => [within(it, it.experimentId, () => experiments), index().on(it.experimentId, it.sinceAt), ownSystemOnly(it)],
);

/** An organisation takes part in an experiment. */
export const experimentOrganisations = pgTable(
  "experiment_organisations",
  {
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
  },
  (it) => [
    primaryKey({ columns: [it.experimentId, it.organisationId] }),
    within(it, it.experimentId, () => experiments),
    index().on(it.organisationId),
    ownSystemOnly(it),
  ],
);

/** A person is on an experiment's team, from and to a day (both included). */
export const teamMembers = pgTable(
  "team_members",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    leads: boolean().notNull().default(false),
    fromOn: date().notNull().default(sql`london_today()`),
    endsOn: date(),
  },
  (member) => [
    within(member, member.experimentId, () => experiments),
    unique().on(member.experimentId, member.personId, member.fromOn),
    index().on(member.personId, member.fromOn, member.experimentId),
    ownSystemOnly(member),
  ],
);

/** An event in an experiment's life: started, paused, resumed, stopped, concluded. Rows are only added, never changed. */
export const experimentTurns = pgTable(
  "experiment_turns",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    turn: text({ enum: turns }).notNull(),
    pauseReason: text({ enum: pauseReasons }),
    reason: text(),
    /** Of a start or a going on: SHA-256 of the terms it was started on. Set by the database. */
    materialHash: char({ length: 64 }),
    /** Empty when a stop rule did it. */
    takenBy: uuid().references(() => people.id),
    takenAt: decidedAt(),
  },
  (turn) => [
    parentKey(turn),
    within(turn, turn.experimentId, () => experiments),
    oneOf("experiment turn", turn.turn, turns),
    oneOf("pause reason", turn.pauseReason, pauseReasons),
    index().on(turn.experimentId, turn.takenAt),
    ownSystemOnly(turn),
  ],
);

/** How an experiment ended and what was learned; "it did not work" is worth as much as "it worked". */
export const conclusions = pgTable(
  "conclusions",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull().unique(),
    outcome: text({ enum: conclusionOutcomes }).notNull(),
    whatHappened: requiredText(),
    learned: requiredText(),
    goalsMet: text(),
    /** What got worse in exchange for the improvement. */
    tradeOffs: text(),
    unpleasantSurprises: text(),
    pleasantSurprises: text(),
    /** What they would tell the next team. */
    tellNextTeam: text(),
    changeStops: boolean().notNull(),
    measuringStops: boolean().notNull(),
    concludedBy: uuid()
      .notNull()
      .references(() => people.id),
    concludedAt: decidedAt(),
    searchWords: searchWords().generatedAlwaysAs(
      (): SQL =>
        sql`to_tsvector('english', ${conclusions.whatHappened} || ' ' || ${conclusions.learned} || ' ' || coalesce(${conclusions.tellNextTeam}, ''))`,
    ),
  },
  (conclusion) => [
    within(conclusion, conclusion.experimentId, () => experiments),
    oneOf("conclusion outcome", conclusion.outcome, conclusionOutcomes),
    index().using("gin", conclusion.searchWords),
    index().on(conclusion.systemId, conclusion.concludedAt),
    ownSystemOnly(conclusion),
  ],
);
