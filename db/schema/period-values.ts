import { date, integer, jsonb, numeric, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { ownSystemOnly, within } from "./columns";
import { measures } from "./measures";

/** One contributor's part of a period, as kept where small numbers are suppressed. */
export type KeptPart = { value: number | null; numerator: number | null; denominator: number | null };

/**
 * The sum of what counts in one period of a measure: of each contributor's newest revision. Kept by triggers in the transaction
 * that changes results, contributors or suppression, and written by nothing else: see "Series kept ready" in 0000_3.
 */
export const periodValues = pgTable(
  "period_values",
  {
    systemId: uuid().notNull(),
    measureId: uuid().notNull(),
    periodOn: date().notNull(),
    /** How many contributors have a result in it; at least one, or there is no row. */
    contributed: integer().notNull(),
    value: numeric({ mode: "number" }),
    numerator: numeric({ mode: "number" }),
    denominator: numeric({ mode: "number" }),
    /** The single parts, where the measure suppresses small numbers: whether the sum is hidden depends on them. */
    parts: jsonb().$type<KeptPart[]>(),
  },
  (period) => [
    primaryKey({ columns: [period.measureId, period.periodOn] }),
    within(period, period.measureId, () => measures),
    ownSystemOnly(period),
  ],
);
