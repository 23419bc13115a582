import { fileURLToPath } from "node:url";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import * as schema from "./schema";

export const tablesFile = fileURLToPath(new URL("./migrations/0000_2_tables.sql", import.meta.url));

const head = `-- The first migration, part 2 of 4: the tables, their indexes and the policy of each table of a system.
-- Written from db/schema by npm run db:generate: edit the schema, never this file.

`;

/** The migration that makes every table of db/schema in an empty database, as drizzle-kit writes it, by its name. */
export async function tablesMigration(): Promise<string> {
  const casing = "snake_case";
  const emptySchema = generateDrizzleJson({}, undefined, undefined, casing);
  const byName = Object.fromEntries(Object.entries(schema).sort(([a], [b]) => (a < b ? -1 : 1)));
  const statements = await generateMigration(emptySchema, generateDrizzleJson(byName, undefined, undefined, casing));
  return `${head}${statements.map((statement) => statement.trim()).join("\n--> statement-breakpoint\n")}\n`;
}
