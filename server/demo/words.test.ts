import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { wordsAvoided } from "@/server/words-avoided";
import { demoDatabase } from "./testing";

const { rowsOf } = demoDatabase();

test("no text has a word that the product does not say", async () => {
  expect("The trial was not signed off").toMatch(wordsAvoided);
  const columns = await rowsOf<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb') and is_generated = 'NEVER'`);
  let read = 0;
  for (const { table, column } of columns) {
    const texts = await rowsOf<{ text: string }>(
      sql`select distinct ${sql.identifier(column)}::text as text from ${sql.identifier(table)} where ${sql.identifier(column)} is not null`,
    );
    for (const { text } of texts) {
      read += 1;
      expect(text, `${table}.${column}`).not.toMatch(wordsAvoided);
      expect(text, "a day in braces that was not said in words").not.toMatch(/\{20\d\d-/);
    }
  }
  expect(read).toBeGreaterThan(1_500);
});
