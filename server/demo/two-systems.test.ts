import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "@/db/client";
import { asPerson } from "@/db/tenant-transaction";
import { demoId } from "./ids";
import { demoDatabase } from "./testing";

const { database, rowsOf } = demoDatabase();
const ours = demoId("system/quillshire");
const theirs = demoId("system/saltholm");

/** Tables of systems: those with row-level security. */
const tenantTables = () =>
  rowsOf<{ name: string }>(
    sql`select relname as name from pg_class where relrowsecurity and relkind = 'r' order by relname`,
  );

/** The demo world has no uploads, since they are deleted after days, so this adds one. */
const addUpload = (systemId: string, person: string, words: string) =>
  rowsOf(sql`
    insert into uploads (id, system_id, measure_id, file_name, header, noticed, rows, row_count, problems, uploaded_by)
    select gen_random_uuid(), system_id, id, said, jsonb_build_array(said), jsonb_build_array(said), said, 0, said, ${demoId(`person/${person}`)}::uuid
    from measures, (values (${words})) as upload (said) where system_id = ${systemId}::uuid limit 1`);

/** Nor has an organisation closed in it. */
const addHandover = (systemId: string) =>
  rowsOf(sql`
    insert into carrier_handovers (id, system_id, experiment_id, from_id, to_id)
    select gen_random_uuid(), e.system_id, e.id, e.lead_organisation_id, e.lead_organisation_id
    from experiments e where e.system_id = ${systemId}::uuid limit 1`);

/** Every row as text. */
const dump = (table: string, db?: Db) =>
  rowsOf<{ row: string; system: string }>(
    sql`select t::text as row, t.system_id as system from ${sql.identifier(table)} t`,
    db,
  );

describe("two systems, one database", () => {
  test("every table of systems holds rows of both, so that a hole in the wall would show", async () => {
    await addUpload(ours, "imogen", "week");
    await addUpload(theirs, "isolde", "canarywort");
    for (const systemId of [ours, theirs]) await addHandover(systemId);
    for (const { name } of await tenantTables()) {
      const systems = new Set((await dump(name)).map(({ system }) => system));
      expect(systems, name).toEqual(new Set([ours, theirs]));
    }
  });

  test.each([
    ["imogen", ours],
    ["cordelia", ours],
    ["isolde", theirs],
  ])("%s sees nothing of the other system", async (person, own) => {
    const names = (await tenantTables()).map(({ name }) => name);
    const views = ["experiment_carriers", "permission_grants", "experiment_facts"];
    let rowCount = 0;
    await asPerson(database().db, demoId(`person/${person}`), async (tx) => {
      for (const name of [...names, ...views]) {
        for (const { row, system } of await dump(name, tx)) {
          rowCount += 1;
          expect(system, name).toBe(own);
          if (own === ours) expect(row.toLowerCase(), name).not.toContain("canarywort");
        }
      }
      const found = await rowsOf<{ id: string }>(sql`select search_experiments('phone hub') as id`, tx);
      expect(found).toEqual([{ id: demoId(own === ours ? "experiment/E02" : "experiment/S02") }]);
    });
    expect(rowCount).toBeGreaterThan(50);
  });

  test.each(["theodora", "jo", "piers"])("%s, who may enter no system, sees no row", async (person) => {
    await asPerson(database().db, demoId(`person/${person}`), async (tx) => {
      for (const { name } of await tenantTables()) expect(await dump(name, tx), name).toEqual([]);
    });
  });

  test("the canary stands in every text of the second system", async () => {
    const columns = await rowsOf<{ table: string; column: string }>(sql`
      select c.table_name as table, c.column_name as column from information_schema.columns c
      where c.table_schema = 'public' and c.data_type in ('text', 'jsonb')
        and c.table_name in (select relname from pg_class where relrowsecurity)
        and c.column_name not in ('role', 'answer', 'turn', 'pause_reason', 'outcome', 'domain', 'kind', 'met_when',
          'decision', 'direction', 'rhythm', 'counting', 'highest_scores', 'preset', 'chart_kind', 'starts_at', 'shows_at', 'act', 'parts', 'details', 'state', 'meeting_rule',
          'part', 'stage')`);
    expect(columns.length).toBeGreaterThan(25);
    for (const { table, column } of columns) {
      const texts = await rowsOf<{ text: string }>(
        sql`select ${sql.identifier(column)}::text as text from ${sql.identifier(table)} where system_id = ${theirs}::uuid`,
      );
      for (const { text } of texts) if (text) expect(text.toLowerCase(), `${table}.${column}`).toContain("canarywort");
    }
  });
});
