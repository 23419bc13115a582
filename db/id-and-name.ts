import { sql } from "drizzle-orm";

/** Of a row that has a name, `{ id, name }` as JSON: `alias` is what the query calls its table. */
export const idAndName = (alias: string) => sql.raw(`json_build_object('id', ${alias}.id, 'name', ${alias}.name)`);

/** All rows of a subquery so, an empty list where there are none. */
export const idsAndNames = (alias: string) => sql`coalesce(json_agg(${idAndName(alias)}), '[]')`;
