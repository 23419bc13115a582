import { sql } from "drizzle-orm";
import { char, check, date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { RiskDomain } from "../vocabulary";
import { decidedAt, id, ownSystemOnly, parentKey, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { organisations, systems } from "./organisations";
import { people } from "./people";

/**
 * What may start without asking: up to a maximum score per domain that can be undone, for a number of weeks.
 * A leader gives it for an organisation; one without an organisation is the system's floor, which applies to everyone.
 */
export const standingPermissions = pgTable(
  "standing_permissions",
  {
    id: id(),
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    organisationId: uuid().references(() => organisations.id),
    /** Domains that are not listed allow nothing. */
    highestScores: jsonb().$type<Partial<Record<RiskDomain, number>>>().notNull(),
    longestWeeks: integer().notNull(),
    note: text(),
    fromOn: date().notNull(),
    endsOn: date(),
    givenBy: uuid()
      .notNull()
      .references(() => people.id),
    givenAt: decidedAt(),
  },
  (standing) => [
    parentKey(standing),
    check("longest weeks 1 to 52", sql`${standing.longestWeeks} between 1 and 52`),
    index().on(standing.systemId, standing.organisationId),
    ownSystemOnly(standing),
  ],
);

/** A system's floor holds once a second person confirmed it, from another organisation's seat. Rows are only added. */
export const standingConfirmations = pgTable(
  "standing_confirmations",
  {
    id: id(),
    systemId: uuid().notNull(),
    standingId: uuid().notNull().unique(),
    confirmedBy: uuid()
      .notNull()
      .references(() => people.id),
    confirmedAt: decidedAt(),
  },
  (confirmation) => [
    within(confirmation, confirmation.standingId, () => standingPermissions),
    ownSystemOnly(confirmation),
  ],
);

/** A start under standing permission: which one, for which terms, until when. Never changed. */
export const standingUses = pgTable(
  "standing_uses",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    /** The organisation that carries a risk, whose own or whose system's standing permission was used. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    standingId: uuid().notNull(),
    /** SHA-256 of the experiment's terms then. */
    materialHash: char({ length: 64 }).notNull(),
    fromOn: date().notNull(),
    endsOn: date().notNull(),
    /** The exact text of the standing permission. */
    words: requiredText(),
    /** The experiment's terms then, see server/permissions/terms/terms.ts; empty if it started before they were stored. */
    terms: jsonb(),
    usedBy: uuid()
      .notNull()
      .references(() => people.id),
    usedAt: decidedAt(),
  },
  (use) => [
    parentKey(use),
    within(use, use.experimentId, () => experiments),
    within(use, use.standingId, () => standingPermissions),
    index().on(use.experimentId),
    index().on(use.standingId),
    ownSystemOnly(use),
  ],
);

/** A standing permission is withdrawn with all that started under it; or, with a use, for that one experiment. */
export const standingWithdrawals = pgTable(
  "standing_withdrawals",
  {
    id: id(),
    systemId: uuid().notNull(),
    standingId: uuid().notNull(),
    useId: uuid(),
    reason: requiredText(),
    withdrawnBy: uuid()
      .notNull()
      .references(() => people.id),
    withdrawnAt: decidedAt(),
  },
  (withdrawal) => [
    within(withdrawal, withdrawal.standingId, () => standingPermissions),
    within(withdrawal, withdrawal.useId, () => standingUses),
    index().on(withdrawal.standingId),
    ownSystemOnly(withdrawal),
  ],
);
