import type pg from "pg";

/** What a row belongs to: its system, its place (organisations and people who work together), or its experiment. */
export type Belonging = "system" | "place" | "experiment";
/** A table's columns that are stored, each with the table that it refers to. */
export type Columns = Map<string, string | null>;

/** The columns of every table, with what their foreign keys say. */
export async function readColumns(client: pg.ClientBase): Promise<Map<string, Columns>> {
  const { rows } = await client.query<{ table: string; column: string; target: string | null }>(`
    select c.relname as table, a.attname as column, (
      select k.confrelid::regclass::text from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid
        and a.attnum = any (k.conkey) and (cardinality(k.conkey) = 1 or a.attname <> 'system_id') limit 1) as target
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname, a.attnum`);
  const tables = new Map<string, Columns>();
  for (const { table, column, target } of rows) {
    const columns = tables.get(table) ?? new Map();
    tables.set(table, columns.set(column, target));
  }
  return tables;
}

/** Copies are numbered from 1, and share this many places, so that a system has as many organisations at any size. */
export const places = 3;
export const placeOf = `1 + (n - 1) % ${places}`;

/** An id of a copy, as SQL: the original's with the number in front, so that rows of a copy stand together in indexes. */
export const copiedId = (id: string, number: string) =>
  `(lpad(to_hex((${number})::int), 8, '0') || substr(${id}::text, 9))::uuid`;
/** The same in a program. */
export const idOfCopy = (id: string, number: number) => number.toString(16).padStart(8, "0") + id.slice(8);
