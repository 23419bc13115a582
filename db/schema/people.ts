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
import { id, instant, requiredText } from "./columns";

/** Someone who can sign in. What they may see follows from memberships and seats, never from this row. */
export const people = pgTable(
  "people",
  {
    id: id(),
    name: requiredText(),
    /** Lower case. The app's role cannot read it. */
    email: text().unique(),
    job: text(),
    /** Two accounts of one person: whoever may not answer with one may not with the other. */
    samePersonAs: uuid().references((): AnyPgColumn => people.id),
    suspendedAt: instant(),
    emailVerifiedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (person) => [
    // All accounts of one human being are asked for with every request.
    index("people_one_person_index").on(sql`coalesce(${person.samePersonAs}, ${person.id})`),
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

/** One signed-in browser. Only the SHA-256 of its token is kept; deleting the row signs it out at once. */
export const sessions = pgTable("sessions", {
  tokenHash: text().primaryKey(),
  personId: uuid()
    .notNull()
    .references(() => people.id),
  startedAt: instant().notNull().defaultNow(),
  /** 12 hours without a request end the session. */
  lastSeenAt: instant().notNull().defaultNow(),
  /** 20 hours after it started it ends in any case. */
  expiresAt: instant().notNull(),
});

/** A one-use token sent by e-mail, or the first administrator's link; only its SHA-256 is kept. */
export const signInTokens = pgTable("sign_in_tokens", {
  tokenHash: text().primaryKey(),
  identifier: requiredText(),
  expiresAt: instant().notNull(),
});

/** One row: what kind of database this is. */
export const installation = pgTable(
  "installation",
  {
    id: integer().primaryKey().default(1),
    demoWorld: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (only) => [check("only one row", sql`${only.id} = 1`)],
);

/** The answer that a change got, so that sending it again with the same key gives the same answer and changes nothing. */
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
    /** Empty while the change is under way, in its own transaction. */
    answer: jsonb(),
    answeredAt: instant().notNull().defaultNow(),
  },
  (change) => [primaryKey({ columns: [change.personId, change.key] })],
);

/** How often something was tried lately, by key ("sign-in link for …"). */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  resetAt: instant().notNull(),
});
