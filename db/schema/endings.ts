import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { decidedAt, id, ownSystemOnly, within } from "./columns";
import { people } from "./people";
import { permissionRequests } from "./permissions";

/** A team lets a permission end on its last day, and may say why. It may still renew it later, by another request. */
export const permissionEndings = pgTable(
  "permission_endings",
  {
    id: id(),
    systemId: uuid().notNull(),
    requestId: uuid().notNull(),
    reason: text(),
    decidedBy: uuid()
      .notNull()
      .references(() => people.id),
    decidedAt: decidedAt(),
  },
  (ending) => [
    within(ending, ending.requestId, () => permissionRequests),
    index().on(ending.requestId),
    ownSystemOnly(ending),
  ],
);
