import { boolean, date, integer, pgView, text, uuid } from "drizzle-orm/pg-core";
import { turns } from "../vocabulary";
import { instant } from "./columns";

/** Which organisations carry an experiment's risks and expected dips, once each; the lead organisation what nobody else carries. A view. */
export const experimentCarriers = pgView("experiment_carriers", {
  systemId: uuid().notNull(),
  experimentId: uuid().notNull(),
  organisationId: uuid().notNull(),
}).existing();

/** The permissions leaders have given and not withdrawn: per request and organisation, the latest answer that is a yes (its conditions accepted, its board agreed); and the standing permissions used. A view. */
export const permissionGrants = pgView("permission_grants", {
  /** Empty when a standing permission was used instead of an answer. */
  answerId: uuid(),
  systemId: uuid().notNull(),
  experimentId: uuid().notNull(),
  requestId: uuid(),
  organisationId: uuid().notNull(),
  fromOn: date().notNull(),
  endsOn: date().notNull(),
  materialHash: text().notNull(),
  /** Whether the terms it was given for are the experiment's terms today. */
  sameTerms: boolean().notNull(),
  inWords: text().notNull(),
  answeredBy: uuid().notNull(),
  inPlaceOf: uuid(),
  answeredAt: instant().notNull(),
  useId: uuid(),
}).existing();

/** The facts from which an experiment's stage is computed, as of the database's now. A view; the rule is server/experiments/stage.ts. */
export const experimentFacts = pgView("experiment_facts", {
  systemId: uuid().notNull(),
  experimentId: uuid().notNull(),
  lastTurn: text({ enum: turns }),
  lastTurnAt: instant(),
  startedAt: instant(),
  /** Organisations that carry it, at least one. */
  carriers: integer().notNull(),
  /** Of those, how many have a permission that is valid today for today's terms. */
  covering: integer().notNull(),
  /** … that is valid today or begins later. */
  granting: integer().notNull(),
  /** … whose permission has not ended but was given for other terms. */
  outdated: integer().notNull(),
  /** … whose permission has ended. */
  lapsed: integer().notNull(),
  /** … for which nobody can answer today; they cover nothing. */
  unanswered: integer().notNull(),
  /** The earliest last day of the valid permissions. */
  endsOn: date(),
  requestId: uuid(),
  requestedAt: instant(),
  requestSameTerms: boolean(),
  requestOpen: boolean(),
  /** Whether it was last started on the terms of today. */
  startedSameTerms: boolean(),
  today: date().notNull(),
}).existing();
