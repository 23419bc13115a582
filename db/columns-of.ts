import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import { day, instant } from "./shapes";

type Row<T extends PgTable> = T["$inferSelect"];
type WithoutNull<Value> = null extends Value
  ? z.ZodOptional<z.ZodType<NonNullable<Value>, NonNullable<Value>>>
  : z.ZodType<Value, Value>;

/** The row shape of these columns, for SQL that selects them under their own names. */
export const columnsOf = <T extends PgTable, Name extends keyof Row<T> & string>(table: T, names: readonly Name[]) =>
  shapesOf(table, names, (shape) => shape.nullable()) as { [N in Name]: z.ZodType<Row<T>[N], Row<T>[N]> };

/** The same for a JSON object without nulls (`json_strip_nulls`): a column that may be null may be missing. */
export const columnsWithoutNulls = <T extends PgTable, Name extends keyof Row<T> & string>(
  table: T,
  names: readonly Name[],
) => shapesOf(table, names, (shape) => shape.optional()) as { [N in Name]: WithoutNull<Row<T>[N]> };

function shapesOf(table: PgTable, names: readonly string[], ofNullable: (shape: z.ZodType) => z.ZodType): object {
  const columns = getTableColumns(table);
  const shapes = names.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`There is no column ${name}`);
    return [name, column.notNull ? shapeOf(column) : ofNullable(shapeOf(column))];
  });
  return Object.fromEntries(shapes);
}

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
