import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { asPerson } from "@/db/tenant-transaction";
import { MOST_ON_HOME } from "@/server/home/queries";
import { saveObservations } from "@/server/measures/observations/queries";
import { findMeasure } from "@/server/measures/queries";
import { define, twoContributors } from "@/server/measures/testing";
import { testSystem } from "@/server/testing";

// Before the first connection, because each connection uses the query method it was created with.
const queries = vi.spyOn(pg.Client.prototype, "query");
const world = testSystem();

type Plan = {
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};

/** How many rows of a table what a person asks for reads. */
async function rowsRead(personId: string, table: string, work: () => Promise<unknown>): Promise<number> {
  queries.mockClear();
  await work();
  const sent = queries.mock.calls.map(([query, values]) => ({ text: (query as { text?: string }).text ?? "", values }));
  const read = sent.filter(({ text }) => /^\s*(select|with)\b/i.test(text) && !text.includes("set_config"));
  expect(read.length).toBeGreaterThan(0);
  return asPerson(world.db, personId, async (tx) => {
    const { client } = (tx as unknown as { session: { client: pg.Client } }).session;
    let rows = 0;
    for (const { text, values } of read) {
      const plan = await client.query(`explain (analyze, format json) ${text}`, values as never);
      rows += rowsOf(plan.rows[0]["QUERY PLAN"][0].Plan, table);
    }
    return rows;
  });
}

function rowsOf(plan: Plan, table: string): number {
  const here = plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0);
  const own = plan["Relation Name"] === table ? here * plan["Actual Loops"] : 0;
  return own + (plan.Plans ?? []).reduce((sum, part) => sum + rowsOf(part, table), 0);
}

/** So many experiments of one team, and the stages kept for them, without the work of their triggers. */
async function experimentsOf(personId: string, at: { systemId: string; organisationId: string }, count: number) {
  const { systemId, organisationId } = at;
  await world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`
      with made as (
        insert into experiments (id, system_id, title, problem, change_idea, place, lead_organisation_id, shared_at, registered_by,
            registered_at)
        select gen_random_uuid(), ${systemId}::uuid, 'Try ' || n, 'A problem', 'An idea', 'A place', ${organisationId}::uuid, now(),
          ${personId}::uuid, now() - n * interval '1 day' from generate_series(1, ${count}::int) n
        returning id, system_id, registered_at
      ), team as (
        insert into team_members (id, system_id, experiment_id, person_id, leads, from_on)
        select gen_random_uuid(), system_id, id, ${personId}::uuid, true, registered_at::date from made
      ), risked as (
        insert into risks (id, system_id, experiment_id, harm, who_is_affected, domain, consequence, likelihood, controls, early_warning, recorded_by)
        select gen_random_uuid(), system_id, id, 'A harm', 'People', 'quality and safety', 1, 1, '', '', ${personId}::uuid from made
      )
      insert into experiment_stages (system_id, experiment_id, from_on, until_on, stage, shared, registered_at, carrier_ids)
      select system_id, id, '-infinity', 'infinity', 'idea', true, registered_at, array[${organisationId}::uuid] from made`);
  });
  await world.db.$client.query("analyze");
}

test("home reads the newest of the experiments of somebody on thousands of teams, and says that there are more", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const at = { systemId, organisationId };
  const busy = await world.person("Imogen", at);
  const leader = await world.person("Sunniva", { ...at, role: "leader" });
  const few = await world.person("Callum", { systemId, organisationId: await world.organisation(systemId, "QUH") });
  const teams = 3_000;
  await experimentsOf(busy.id, at, teams);
  await experimentsOf(few.id, { ...at, organisationId: await world.organisation(systemId, "LRK") }, 3);

  const home = await busy.api.home.mine();
  expect(home.experiments.map(({ title }) => title)).toEqual(
    Array.from({ length: MOST_ON_HOME }, (_, index) => `Try ${index + 1}`),
  );
  expect(home.more).toBe(true);
  const led = await leader.api.home.mine();
  expect(led).toMatchObject({ more: true, experiments: { length: MOST_ON_HOME } });
  expect(led.experiments[0]?.title).toBe("Try 1");
  expect(await few.api.home.mine()).toMatchObject({ more: false, experiments: { length: 3 } });

  expect(await rowsRead(busy.id, "team_members", () => busy.api.home.mine())).toBeLessThan(5 * MOST_ON_HOME);
  const all = () => busy.api.experiments.list({ page: 1, mine: "yes" });
  expect(await rowsRead(busy.id, "team_members", all)).toBeGreaterThanOrEqual(teams);
});

test("the pages of a measure read as many rows as they draw, however many results there are", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors(world);
  const more = await Promise.all(Array.from({ length: 30 }, (_, n) => world.organisation(systemId, `W${n}`)));
  const contributors = [hospital, community, ...more];
  const measureId = await define(imogen, systemId, contributors, { rhythm: "day", counting: "count", unit: "calls" });
  const days = Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  await world.db.transaction(async (tx) => {
    const results = contributors.flatMap((organisationId) =>
      days.map((periodOn) => ({
        ...{ organisationId, periodOn, revision: 1 },
        ...{ value: 3, numerator: null, denominator: null },
      })),
    );
    await saveObservations(tx, await findMeasure(tx, measureId), imogen.id, results);
  });
  await world.db.$client.query("analyze");
  const { api } = imogen;
  const page = () =>
    Promise.all([
      api.measures.find({ measureId }),
      api.measures.series({ measureId }),
      api.charts.ofMeasure({ measureId }),
      api.measures.list({ page: 1 }),
      api.systems.find({ systemId }),
    ]);
  expect(await rowsRead(imogen.id, "observations", page)).toBe(0);
  expect(await rowsRead(imogen.id, "period_values", () => api.measures.series({ measureId }))).toBe(days.length);
  const own = () => api.measures.ownPart({ measureId, organisationId: hospital });
  expect(await rowsRead(imogen.id, "observations", own)).toBeGreaterThanOrEqual(days.length);
});

test("a page number and a search beyond all measure are answered like any other", async () => {
  const { systemId, hospital, imogen } = await twoContributors(world);
  await define(imogen, systemId, [hospital]);
  const { experiments, measures, learning, boards } = imogen.api;
  type Asked = { page: unknown; q?: string };
  const lists = {
    experiments: (input: Asked) => experiments.list(input),
    measures: (input: Asked) => measures.list(input),
    learning: (input: Asked) => learning.list(input),
    boards: (input: Asked) => boards.decisions(input),
  };
  for (const list of Object.values(lists)) {
    const first = await list({ page: 1 });
    expect(await list({ page: 1e9 })).toEqual(first);
    expect(await list({ page: "-1e400" })).toEqual(first);
    expect(await list({ page: 9_999 })).toMatchObject({ pages: first.pages });
  }
  queries.mockClear();
  const q = "wait ".repeat(1_000);
  for (const list of [lists.experiments, lists.measures, lists.learning]) await list({ page: 1, q });
  const values: unknown[] = queries.mock.calls.flatMap(([, sent]) => (Array.isArray(sent) ? sent : []));
  const searched = values.filter((value): value is string => typeof value === "string" && value.includes("wait wait"));
  expect(searched.length).toBeGreaterThan(2);
  expect(searched.filter((words) => words.length > "%".length + 200 + "%".length)).toEqual([]);
});
