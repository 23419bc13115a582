import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";

/** Pieces of rows: see rows.ts. PostgreSQL's dates and times come as text. */

/** A day: 2026-05-11. */
export const day = z.iso.date();

/** An instant, as PostgreSQL writes it in text (2026-05-11 06:50:00+00) and in JSON (2026-05-11T06:50:00+00:00). */
export const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/, "not an instant");

/** Who decided something, when and why. */
export const reasonGiven = z.strictObject({ reason: z.string(), by: z.string(), at: instant });

/** An organisation, a person or a system by its name. */
export const named = z.strictObject({ id: z.uuid(), name: z.string() });

export const idRow = z.strictObject({ id: z.uuid() });
export const nameRow = z.strictObject({ name: z.string() });
export const totalRow = z.strictObject({ total: z.number() });

/** What these columns of a table hold, in a query that names them as the table does: one list for the table and its rows. */
export function columnsOf<T extends PgTable, Name extends keyof T["$inferSelect"] & string>(
  table: T,
  names: readonly Name[],
) {
  const columns = getTableColumns(table);
  const shapes = names.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`There is no column ${name}`);
    return [name, column.notNull ? shapeOf(column) : shapeOf(column).nullable()];
  });
  return Object.fromEntries(shapes) as {
    [N in Name]: z.ZodType<T["$inferSelect"][N], T["$inferSelect"][N]>;
  };
}

function shapeOf(column: PgColumn): z.ZodType {
  const type = column.getSQLType();
  if (column.enumValues?.length) return z.enum(column.enumValues);
  if (type === "uuid") return z.uuid();
  if (type === "date") return day;
  if (type.startsWith("timestamp")) return instant;
  const shape = { string: z.string(), number: z.number(), boolean: z.boolean() }[column.dataType as string];
  if (!shape) throw new Error(`The rows of a query cannot take over the column ${column.name} of type ${type}`);
  return shape;
}
