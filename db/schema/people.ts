import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { decidedAt, id, instant, requiredText } from "./columns";

/** Someone who can sign in. Their access follows from memberships and seats, never from this row. */
export const people = pgTable(
  "people",
  {
    id: id(),
    name: requiredText(),
    /** Lower case. The app's role cannot read it. */
    email: text().unique(),
    job: text(),
    /** Links two accounts of one person: what one may not answer, the other may not either. */
    samePersonAs: uuid().references((): AnyPgColumn => people.id),
    suspendedAt: instant(),
    emailVerifiedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    /** By which likely accounts of one person are found: letters alone; a first letter and the last word; before the @. */
    plainName: text().generatedAlwaysAs(sql`plain(name)`),
    initialAndSurname: text().generatedAlwaysAs(sql`initial_and_surname(name)`),
    plainJob: text().generatedAlwaysAs(sql`plain(coalesce(job, ''))`),
    mailbox: text().generatedAlwaysAs(sql`split_part(email, '@', 1)`),
  },
  (person) => [
    index().on(person.plainName),
    index().on(person.initialAndSurname, person.plainJob),
    index().on(person.mailbox),
    // Every request reads all accounts of its person
    index("people_one_person_index").on(sql`coalesce(${person.samePersonAs}, ${person.id})`),
  ],
);

/**
 * Accounts that were linked and are no longer, both ways: for every experiment registered until then they stay one person,
 * so that an unlinking opens nothing (rule I6). Written by a trigger.
 */
export const formerLinks = pgTable(
  "former_links",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    otherId: uuid()
      .notNull()
      .references(() => people.id),
    untilAt: instant().notNull(),
  },
  (link) => [primaryKey({ columns: [link.personId, link.otherId] }), index().on(link.otherId)],
);

/** Two accounts that an administrator said belong to two people; the lesser id first. */
export const differentPeople = pgTable(
  "different_people",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    otherId: uuid()
      .notNull()
      .references(() => people.id),
    saidBy: uuid()
      .notNull()
      .references(() => people.id),
    saidAt: decidedAt(),
  },
  (pair) => [
    primaryKey({ columns: [pair.personId, pair.otherId] }),
    check("the lesser id first", sql`${pair.personId} < ${pair.otherId}`),
  ],
);

/** An identity at an OpenID Connect provider: provider and subject, never the e-mail address. */
export const accounts = pgTable(
  "accounts",
  {
    provider: requiredText(),
    subject: requiredText(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    linkedAt: instant().notNull().defaultNow(),
  },
  (account) => [primaryKey({ columns: [account.provider, account.subject] })],
);

/** One signed-in browser. Only the SHA-256 of its token is stored; deleting the row signs it out at once. */
export const sessions = pgTable("sessions", {
  tokenHash: text().primaryKey(),
  personId: uuid()
    .notNull()
    .references(() => people.id),
  startedAt: instant().notNull().defaultNow(),
  /** Idle timeout: the session ends after 12 hours without a request. */
  lastSeenAt: instant().notNull().defaultNow(),
  /** Absolute timeout: the session ends 20 hours after it started. */
  expiresAt: instant().notNull(),
});

/** A one-use token sent by e-mail, or of the first administrator's link; only its SHA-256 is stored. */
export const signInTokens = pgTable("sign_in_tokens", {
  tokenHash: text().primaryKey(),
  identifier: requiredText(),
  expiresAt: instant().notNull(),
});

/** A single row: the kind of this database. */
export const installation = pgTable(
  "installation",
  {
    id: integer().primaryKey().default(1),
    demoWorld: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (only) => [check("only one row", sql`${only.id} = 1`)],
);

/** The response to a change, returned again when the change is sent again with the same idempotency key. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    key: uuid().notNull(),
    procedure: requiredText(),
    /** SHA-256 of the input: the same key with another input is refused. */
    inputHash: requiredText(),
    /** Empty until the change's own transaction commits. */
    answer: jsonb(),
    answeredAt: instant().notNull().defaultNow(),
  },
  (change) => [primaryKey({ columns: [change.personId, change.key] })],
);

/** How many recent attempts there were, by key ("sign-in link for …"), for rate limits. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  resetAt: instant().notNull(),
});
