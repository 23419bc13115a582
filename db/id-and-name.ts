import { sql } from "drizzle-orm";

/** A row's `{ id, name }` as JSON; `alias` is its table's alias in the query. */
export const idAndName = (alias: string) => sql.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name)`);

/** The same for all rows of a subquery, as a list; empty when there are none. */
export const idsAndNames = (alias: string) => sql`coalesce(json_agg(${idAndName(alias)}), '[]')`;
