import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { riskDomains } from "../vocabulary";
import { decidedAt, id, instant, oneOf, ownSystemOnly, parentKey, required, requiredText, within } from "./columns";
import { experiments } from "./experiments";
import { organisations } from "./organisations";
import { people } from "./people";

/** What a team enters about a risk (server/risks/fields.ts). In a draft any of it may be missing. */
const answers = () => ({
  harm: text(),
  whoIsAffected: text(),
  domain: text({ enum: riskDomains }),
  /** 1 negligible to 5 catastrophic. */
  consequence: integer(),
  /** 1 rare to 5 almost certain. */
  likelihood: integer(),
  controls: text(),
  earlyWarning: text(),
});

/** What a team may leave out, also of a finished risk (an `optionalText` of server/risks/fields.ts). */
const optionalAnswers = () => ({});

/** What could go wrong because of an experiment, in one sentence a patient could read, and how it is scored. */
export const risks = pgTable(
  "risks",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    ...required(answers()),
    ...optionalAnswers(),
    version: integer().notNull().default(1),
    /** Who edited it last; empty if nobody has. */
    editedBy: uuid().references(() => people.id),
    editedAt: instant(),
    recordedBy: uuid()
      .notNull()
      .references(() => people.id),
    recordedAt: decidedAt(),
    removedAt: instant(),
  },
  (risk) => [
    parentKey(risk),
    within(risk, risk.experimentId, () => experiments),
    oneOf("risk domain", risk.domain, riskDomains),
    check("consequence 1 to 5", sql`${risk.consequence} between 1 and 5`),
    check("likelihood 1 to 5", sql`${risk.likelihood} between 1 and 5`),
    index().on(risk.experimentId),
    ownSystemOnly(risk),
  ],
);

/** An organisation carries a risk: its leader is asked. */
export const riskCarriers = pgTable(
  "risk_carriers",
  {
    systemId: uuid().notNull(),
    riskId: uuid().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
  },
  (carrier) => [
    primaryKey({ columns: [carrier.riskId, carrier.organisationId] }),
    within(carrier, carrier.riskId, () => risks),
    ownSystemOnly(carrier),
  ],
);

/** A draft of a risk, saved question by question and deleted once it becomes a risk. It counts nowhere until then. */
export const riskDrafts = pgTable(
  "risk_drafts",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    ...answers(),
    ...optionalAnswers(),
    /** The first question, so always present. */
    harm: requiredText(),
    /** Checked when it becomes a risk: only participating organisations can carry one. */
    carriedBy: uuid().array().notNull().default([]),
    version: integer().notNull().default(1),
    editedBy: uuid()
      .notNull()
      .references(() => people.id),
    editedAt: decidedAt(),
  },
  (draft) => [
    within(draft, draft.experimentId, () => experiments),
    oneOf("risk draft domain", draft.domain, riskDomains),
    index().on(draft.experimentId),
    ownSystemOnly(draft),
  ],
);
