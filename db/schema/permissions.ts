import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { permissionAnswers as answers, stopRuleKinds } from "../vocabulary";
import { decidedAt, id, instant, oneOf, ownSystemOnly, parentKey, requiredText, within } from "./columns";
import { experiments, experimentTurns } from "./experiments";
import { measures } from "./measures";
import { organisations } from "./organisations";
import { people } from "./people";
import { standingUses } from "./standing";

/** The agreed worst value of a measure, from and to a day, while the experiment runs. An overlay: it never moves mean or limits. */
export const expectedDips = pgTable(
  "expected_dips",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    measureId: uuid().notNull(),
    fromOn: date().notNull(),
    endsOn: date().notNull(),
    /** The worst value that is still within the agreed dip, in the measure's unit. */
    worstValue: numeric({ mode: "number" }).notNull(),
    version: integer().notNull().default(1),
    recordedAt: decidedAt(),
    removedAt: instant(),
  },
  (dip) => [
    parentKey(dip),
    within(dip, dip.experimentId, () => experiments),
    within(dip, dip.measureId, () => measures),
    index().on(dip.experimentId),
    index().on(dip.measureId),
    ownSystemOnly(dip),
  ],
);

/** An organisation carries an expected dip: its leader is asked. */
export const dipCarriers = pgTable(
  "dip_carriers",
  {
    systemId: uuid().notNull(),
    dipId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
  },
  (carrier) => [
    primaryKey({ columns: [carrier.dipId, carrier.organisationId] }),
    within(carrier, carrier.dipId, () => expectedDips),
    ownSystemOnly(carrier),
  ],
);

/** What makes the team stop (safety) or talk: in words, or on a measure beyond a threshold for some consecutive periods. */
export const stopRules = pgTable(
  "stop_rules",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    kind: text({ enum: stopRuleKinds }).notNull(),
    words: requiredText(),
    measureId: uuid(),
    threshold: numeric({ mode: "number" }),
    /** On which side of the threshold the rule is met: "above" includes the threshold itself when the rule says "or more". */
    metWhen: text({ enum: ["at or above", "above", "at or below", "below"] }),
    periodsRunning: integer(),
    version: integer().notNull().default(1),
    recordedAt: decidedAt(),
    removedAt: instant(),
  },
  (rule) => [
    within(rule, rule.experimentId, () => experiments),
    within(rule, rule.measureId, () => measures),
    oneOf("stop rule kind", rule.kind, stopRuleKinds),
    oneOf("stop rule met when", rule.metWhen, ["at or above", "above", "at or below", "below"]),
    index().on(rule.experimentId),
    index().on(rule.measureId),
    ownSystemOnly(rule),
  ],
);

/** The exact terms put to the leader of every organisation that carries a risk or a dip. Rows are only added, never changed. */
export const permissionRequests = pgTable(
  "permission_requests",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    /** The canonical terms, see server/permissions/terms/terms.ts. */
    terms: jsonb().notNull(),
    /** SHA-256 of the canonical terms, in hexadecimal. */
    termsHash: char({ length: 64 }).notNull(),
    /** SHA-256 of the terms without their dates: while it equals the experiment's, the requested terms are those in force. */
    materialHash: char({ length: 64 }).notNull(),
    fromOn: date().notNull(),
    endsOn: date().notNull(),
    renewsId: uuid().references((): AnyPgColumn => permissionRequests.id),
    requestedBy: uuid()
      .notNull()
      .references(() => people.id),
    requestedAt: decidedAt(),
  },
  (request) => [
    parentKey(request),
    within(request, request.experimentId, () => experiments),
    check(
      "a permission of a year at most",
      sql`${request.endsOn} >= ${request.fromOn} and ${request.endsOn} < ${request.fromOn} + interval '12 months'`,
    ),
    index().on(request.experimentId),
    index().on(request.renewsId),
    ownSystemOnly(request),
  ],
);

/** One leader's answer to one request, for one organisation. A change of mind is a later row; no row, no yes. */
export const permissionAnswers = pgTable(
  "permission_answers",
  {
    id: id(),
    systemId: uuid().notNull(),
    requestId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    answer: text({ enum: answers }).notNull(),
    /** The commitment with a yes, the question, or the reason for "not this time". */
    inWords: text(),
    /** An earlier end than was asked for, with "yes with conditions". */
    endsOn: date(),
    /** A tighter dip than was asked for, with "yes with conditions": the worst value still within it. */
    tighterDips: jsonb().$type<{ dipId: string; worstValue: number }[]>(),
    /** SHA-256 of the terms that were on the leader's screen. */
    termsHash: char({ length: 64 }).notNull(),
    answeredBy: uuid()
      .notNull()
      .references(() => people.id),
    /** The leader for whom a deputy answered. */
    inPlaceOf: uuid().references(() => people.id),
    answeredAt: decidedAt(),
  },
  (answer) => [
    parentKey(answer),
    within(answer, answer.requestId, () => permissionRequests),
    oneOf("permission answer", answer.answer, answers),
    index().on(answer.requestId),
    ownSystemOnly(answer),
  ],
);

/** A permission is withdrawn by the organisation that gave it, or the whole request by its team (no organisation). */
export const permissionWithdrawals = pgTable(
  "permission_withdrawals",
  {
    id: id(),
    systemId: uuid().notNull(),
    requestId: uuid().notNull(),
    organisationId: uuid().references(() => organisations.id),
    reason: requiredText(),
    withdrawnBy: uuid()
      .notNull()
      .references(() => people.id),
    withdrawnAt: decidedAt(),
  },
  (withdrawal) => [
    within(withdrawal, withdrawal.requestId, () => permissionRequests),
    index().on(withdrawal.requestId),
    ownSystemOnly(withdrawal),
  ],
);

/** The team accepts the conditions of a yes; before that, the yes covers nothing. */
export const acceptedConditions = pgTable(
  "accepted_conditions",
  {
    id: id(),
    systemId: uuid().notNull(),
    answerId: uuid().notNull().unique(),
    acceptedBy: uuid()
      .notNull()
      .references(() => people.id),
    acceptedAt: decidedAt(),
  },
  (accepted) => [within(accepted, accepted.answerId, () => permissionAnswers), ownSystemOnly(accepted)],
);

/** By what an experiment was started for each carrier: an answer, or the use of a standing permission. Written by the database with the start. */
export const permissionBases = pgTable(
  "permission_bases",
  {
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    /** The start or the going on. */
    turnId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    answerId: uuid(),
    useId: uuid(),
  },
  (basis) => [
    within(basis, basis.experimentId, () => experiments),
    within(basis, basis.turnId, () => experimentTurns),
    within(basis, basis.answerId, () => permissionAnswers),
    within(basis, basis.useId, () => standingUses),
    check("an answer or a use", sql`num_nonnulls(${basis.answerId}, ${basis.useId}) = 1`),
    primaryKey({ columns: [basis.turnId, basis.organisationId] }),
    index().on(basis.experimentId),
    ownSystemOnly(basis),
  ],
);
