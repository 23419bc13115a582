import { type ColumnBuilderBase, type NotNull, type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  pgPolicy,
  pgRole,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** The role of every request: neither superuser nor owner, so that row-level security applies. Made in the first migration. */
export const appRole = pgRole("leeway_app").existing();

/** UUIDv7 made here, because PostgreSQL 15 to 17 cannot: an id is known before its row is inserted, and sorts by age. */
export const id = () => uuid().primaryKey().$defaultFn(uuidv7);

/** An instant, read as text (`2026-05-11 06:50:00+00`), which tRPC sends without a transformer. */
export const instant = () => timestamp({ withTimezone: true, mode: "string" });

/** When something was decided or done, by leeway_now(), which a test may set. */
export const decidedAt = () => instant().notNull().default(sql`leeway_now()`);

export const oneOf = (name: string, column: AnyPgColumn | SQL, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", "))})`);

/** The same columns, not null. */
export function required<Columns extends Record<string, ColumnBuilderBase & { notNull(): unknown }>>(columns: Columns) {
  for (const column of Object.values(columns)) column.notNull();
  return columns as { [Name in keyof Columns]: NotNull<Columns[Name]> };
}

export const requiredText = () => text().notNull();

type TenantColumns = { systemId: AnyPgColumn };

/** Row-level security: the app's role reads and writes only rows of the systems that the request was opened for. */
export const ownSystemOnly = ({ systemId }: TenantColumns) => {
  const ours = sql`${systemId} = any ((select current_systems())::uuid[])`;
  return pgPolicy("own system only", { to: appRole, using: ours, withCheck: ours });
};

/** A unique key that lets a tenant table's children reference it together with its system. */
export const parentKey = (table: TenantColumns & { id: AnyPgColumn }) =>
  unique().on(table.systemId as never, table.id as never);

/** A foreign key to a parent in the same system: a row can never belong to another system's parent. */
export const within = (
  child: TenantColumns,
  column: AnyPgColumn,
  parent: () => TenantColumns & { id: AnyPgColumn },
  name?: string,
) =>
  foreignKey({
    name,
    columns: [child.systemId, column],
    foreignColumns: [parent().systemId, parent().id],
  });
