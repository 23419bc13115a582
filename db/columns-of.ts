import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import { day, instant } from "./shapes";

/** The row shape of these columns, for SQL that selects them under their own names. */
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

/** The same for a JSON object without nulls (`json_strip_nulls`): a column that may be null may be missing. */
export function columnsWithoutNulls<T extends PgTable, Name extends keyof T["$inferSelect"] & string>(
  table: T,
  names: readonly Name[],
) {
  const columns = getTableColumns(table);
  const shapes = Object.entries(columnsOf(table, names)) as [Name, z.ZodType][];
  return Object.fromEntries(
    shapes.map(([name, shape]) => [
      name,
      columns[name]?.notNull ? shape : shapeOf(columns[name] as PgColumn).optional(),
    ]),
  ) as { [N in Name]: WithoutNull<T["$inferSelect"][N]> };
}
type WithoutNull<Value> = null extends Value
  ? z.ZodOptional<z.ZodType<NonNullable<Value>, NonNullable<Value>>>
  : z.ZodType<Value, Value>;

function shapeOf(column: PgColumn): z.ZodType {
  const type = column.getSQLType();
  if (column.enumValues?.length) return z.enum(column.enumValues);
  if (type === "uuid") return z.uuid();
  if (type === "date") return day;
  if (type.startsWith("timestamp")) return instant;
  const shape = { string: z.string(), number: z.number(), boolean: z.boolean() }[column.dataType as string];
  if (!shape) throw new Error(`columnsOf has no shape for the column ${column.name} of type ${type}`);
  return shape;
}
