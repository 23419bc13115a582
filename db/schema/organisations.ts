import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { membershipRoles, organisationKinds } from "../vocabulary";
import { id, instant, oneOf, ownSystemOnly, parentKey, requiredText } from "./columns";
import { people } from "./people";

/** The tenant: the organisations that serve one population. */
export const systems = pgTable(
  "systems",
  {
    id: id(),
    name: requiredText(),
    population: integer(),
    /** After this many days an unanswered request is shown as waiting and the next named leader is offered. */
    answerWithinDays: integer().notNull().default(5),
    /** A permission lasts at most so many months: a year, or fewer. */
    longestPermissionMonths: integer().notNull().default(12),
    createdAt: instant().notNull().defaultNow(),
  },
  (system) => [
    check("answer within days", sql`${system.answerWithinDays} between 1 and 90`),
    check("longest permission in months", sql`${system.longestPermissionMonths} between 1 and 12`),
  ],
);

/** A hospital trust, a council, a care provider…; it may serve in several systems, so it is not a tenant table. */
export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    name: requiredText(),
    /** "QUH": what people call it in a table. */
    shortName: requiredText(),
    kind: text({ enum: organisationKinds }).notNull(),
    odsCode: text().unique(),
    fromOn: date(),
    endsOn: date(),
  },
  (organisation) => [oneOf("organisation kind", organisation.kind, organisationKinds)],
);

/** An organisation serves in a system, from and to a day (both included). */
export const systemOrganisations = pgTable(
  "system_organisations",
  {
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    fromOn: date().notNull(),
    endsOn: date(),
    /** Who takes over what it carries after its last day; empty for each experiment's lead organisation. */
    successorId: uuid(),
  },
  (it) => [
    primaryKey({ columns: [it.systemId, it.organisationId] }),
    foreignKey({ columns: [it.systemId, it.successorId], foreignColumns: [it.systemId, it.organisationId] }),
    check("not its own successor", sql`${it.successorId} <> ${it.organisationId}`),
    ownSystemOnly(it),
  ],
);

/** A person works in an organisation of a system, from and to a day (both included); a leader answers for it. Nobody is one before a second person confirmed it. */
export const memberships = pgTable(
  "memberships",
  {
    id: id(),
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    team: text(),
    role: text({ enum: membershipRoles }).notNull(),
    fromOn: date().notNull(),
    endsOn: date(),
  },
  (membership) => [
    parentKey(membership),
    oneOf("membership role", membership.role, membershipRoles),
    index().on(membership.personId),
    index().on(membership.systemId, membership.organisationId),
    ownSystemOnly(membership),
  ],
);

/** A leader names someone to answer for them during a period. A deputy cannot name a deputy. */
export const deputies = pgTable(
  "deputies",
  {
    id: id(),
    systemId: uuid()
      .notNull()
      .references(() => systems.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    leaderId: uuid()
      .notNull()
      .references(() => people.id),
    deputyId: uuid()
      .notNull()
      .references(() => people.id),
    fromOn: date().notNull(),
    endsOn: date().notNull(),
  },
  (deputy) => [
    unique().on(deputy.systemId, deputy.leaderId, deputy.deputyId, deputy.organisationId, deputy.fromOn),
    index().on(deputy.deputyId),
    ownSystemOnly(deputy),
  ],
);

/** Who may name a system, add organisations and invite people; a row without a system covers the whole installation. */
export const administrators = pgTable(
  "administrators",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    systemId: uuid().references(() => systems.id),
    /** Where they work. Being an administrator gives access to no experiment. */
    organisationId: uuid().references(() => organisations.id),
  },
  (administrator) => [unique().on(administrator.personId, administrator.systemId).nullsNotDistinct()],
);
