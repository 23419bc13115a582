import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { idRow } from "@/db/shapes";

/** The ids of a table of the whole installation, for whoever reads as the tables' owner. */
export async function listIds(db: Db, table: "organisations" | "experiments" | "measures"): Promise<string[]> {
  const rows = await read(db, idRow).rows(sql`select id from ${sql.identifier(table)} order by id`);
  return rows.map(({ id }) => id);
}
