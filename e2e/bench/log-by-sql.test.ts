import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";

import { addDays } from "@/server/days";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { key, registerWithRisk, testSystem } from "@/server/testing";
import { logBySql } from "./log-by-sql";
import { chainLengths, listResultsToLog, type ResultToLog, removeResults, restoreResults } from "./results-to-log";

const world = testSystem();
const weeks = 30;
let systemId = "";
let results: ResultToLog[] = [];
let nurse: Awaited<ReturnType<typeof world.person>>;

/** An experiment with one measure and 30 weeks of results. */
beforeAll(async () => {
  systemId = await world.system();
  const organisationId = await world.organisation(systemId, "LMK");
  nurse = await world.person("Orla", { systemId, organisationId });
  const experimentId = await registerWithRisk(nurse, { systemId, organisationId });
  const { measureId } = await nurse.api.measures.defineForExperiment({
    ...{ key: key(), experimentId, role: "outcome", name: "Calls answered", unit: "a week" },
    ...{ operationalDefinition: "Calls answered by a person", counting: "count", direction: "up", rhythm: "week" },
    contributors: [organisationId],
  });
  for (let week = 1; week <= weeks; week += 1) {
    const periodOn = addDays("2026-01-05", 7 * (week - 1));
    await nurse.api.measures.log({ key: key(), measureId, organisationId, periodOn, value: week });
  }
  results = await listResultsToLog(world.db);
});

/** How many rows each table has that logging writes to. */
async function counts() {
  const { rows } = await world.db.execute<{
    observations: number;
    journal: number;
    answered: number;
    turns: number;
  }>(sql`
    select (select count(*)::int from observations) as observations, (select count(*)::int from journal) as journal,
      (select count(*)::int from idempotency_keys where answer is not null) as answered,
      (select count(*)::int from experiment_turns) as turns`);
  return rows[0];
}

async function addedBy(work: () => Promise<unknown>) {
  const lengths = await chainLengths(world.db);
  await removeResults(world.db, results, lengths);
  const before = await counts();
  await work();
  const after = await counts();
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
  const { rows } = await world.db.execute<{ value: number }>(sql`
    select value::float8 as value from observations order by period_on`);
  await removeResults(world.db, results, lengths);
  expect(await counts()).toEqual(before);
  return { before, after, values: rows.map((row) => row.value) };
}

test("the last 20 weeks are what is logged again, oldest first, by somebody who may", () => {
  expect(results).toHaveLength(20);
  expect(results[0]).toMatchObject({ personId: nurse.id, periodOn: addDays("2026-01-05", 70), part: { value: 11 } });
  expect(results.at(-1)).toMatchObject({ part: { value: 30 } });
  expect(results[0]?.part).not.toHaveProperty("numerator");
});

test("plain SQL leaves the same rows as the procedure, and a whole chain; both can be taken out again", async () => {
  const byProcedure = await addedBy(async () => {
    for (const { measureId, organisationId, periodOn, part } of results) {
      await nurse.api.measures.log({ key: key(), measureId, organisationId, periodOn, ...part });
    }
  });
  const bySql = await addedBy(async () => {
    const client = await world.db.$client.connect();
    for (const result of results) await logBySql(client, result);
    client.release();
  });
  expect(byProcedure.after?.observations).toBe(weeks);
  expect(byProcedure.before?.observations).toBe(weeks - 20);
  expect(bySql).toEqual(byProcedure);
});

test("what was taken out of a world can be put back, with its sums", async () => {
  const figures = async () =>
    (
      await world.db.execute(sql`
      select period_on, contributed, value, (select sum(value) from observations) as logged from period_values order by 1`)
    ).rows;
  await removeResults(world.db, results, await chainLengths(world.db));
  const without = await figures();
  await restoreResults(world.db, results);
  expect(without).toHaveLength(weeks - 20);
  expect(await figures()).toHaveLength(weeks);
  expect((await figures())[0]).toMatchObject({ logged: String((weeks * (weeks + 1)) / 2) });
});

test("plain SQL asks what the procedure asks: a result that is there is refused, and a person who may not log", async () => {
  const [result] = results;
  if (!result) throw new Error("there is nothing to log");
  const lengths = await chainLengths(world.db);
  await removeResults(world.db, results, lengths);
  const client = await world.db.$client.connect();
  try {
    await logBySql(client, result);
    await expect(logBySql(client, result)).rejects.toThrow("already");
    const stranger = await world.person("Edda", {
      systemId,
      organisationId: await world.organisation(systemId, "PWK"),
    });
    const theirs = { ...result, personId: stranger.id, periodOn: results[1]?.periodOn ?? "" };
    await expect(logBySql(client, theirs)).rejects.toThrow("One row was expected, 0 came");
  } finally {
    client.release();
  }
  expect(await findFirstBrokenEntry(world.db, systemId)).toBeNull();
});
