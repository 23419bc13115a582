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

/** The role every request works as: no superuser, no owner, so row-level security binds it. Made in the first migration. */
export const appRole = pgRole("leeway_app").existing();

/** UUIDv7 made here, because PostgreSQL 15 to 17 cannot: an id is known before its row is, and sorts by age. */
export const id = () => uuid().primaryKey().$defaultFn(uuidv7);

/** An instant, read as text (`2026-05-11 06:50:00+00`), so that what tRPC sends needs no revival in the browser. */
export const instant = () => timestamp({ withTimezone: true, mode: "string" });

/** When something was decided or done, by the clock that decides (leeway_now, which a test may set). */
export const decidedAt = () => instant().notNull().default(sql`leeway_now()`);

export const oneOf = (name: string, column: AnyPgColumn | SQL, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", "))})`);

/** The same columns, none of them ever empty. */
export function required<Columns extends Record<string, ColumnBuilderBase & { notNull(): unknown }>>(columns: Columns) {
  for (const column of Object.values(columns)) column.notNull();
  return columns as { [Name in keyof Columns]: NotNull<Columns[Name]> };
}

export const requiredText = () => text().notNull();

type TenantColumns = { systemId: AnyPgColumn };

/** The second wall: the app's role sees and writes rows only of the systems that the request was opened for. */
export const ownSystemOnly = ({ systemId }: TenantColumns) => {
  const ours = sql`${systemId} = any ((select current_systems())::uuid[])`;
  return pgPolicy("own system only", { to: appRole, using: ours, withCheck: ours });
};

/** What a tenant table needs so that its children can point at it together with their system. */
export const parentKey = (table: TenantColumns & { id: AnyPgColumn }) =>
  unique().on(table.systemId as never, table.id as never);

/** A child's pointer at its parent, in the same system: a row can never hang under another system's parent. */
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
