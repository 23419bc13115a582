import { index, pgTable, uuid } from "drizzle-orm/pg-core";
import { decidedAt, id, ownSystemOnly, within } from "./columns";
import { experiments } from "./experiments";
import { organisations } from "./organisations";

/** What an organisation carried of an experiment passed to another, because it had closed (rule I9). Rows are only added. */
export const carrierHandovers = pgTable(
  "carrier_handovers",
  {
    id: id(),
    systemId: uuid().notNull(),
    experimentId: uuid().notNull(),
    fromId: uuid()
      .notNull()
      .references(() => organisations.id),
    toId: uuid()
      .notNull()
      .references(() => organisations.id),
    handedOverAt: decidedAt(),
  },
  (it) => [within(it, it.experimentId, () => experiments), index().on(it.experimentId), ownSystemOnly(it)],
);
