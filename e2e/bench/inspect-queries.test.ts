import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { inspectQueries } from "./inspect-queries";
import { createSystem } from "./million-database";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh?.drop());

test("a system's page reads its figures by index among many others, with as many questions for 30 charts as for 3", async () => {
  const [few, many] = [
    await createSystem(fresh.db, "Larkmoor", { measures: 3, contributors: 4, periods: 60 }),
    await createSystem(fresh.db, "Penwick", { measures: 30, contributors: 4, periods: 60 }),
  ];
  await createSystem(fresh.db, "Verrick", { measures: 150, contributors: 4, periods: 100 });
  await fresh.db.$client.query("analyze");
  const [of3, of30] = [
    await inspectQueries({ databaseUrl: fresh.url, ...few }),
    await inspectQueries({ databaseUrl: fresh.url, ...many }),
  ];
  expect(of30.questions).toBe(of3.questions);
  expect([of3.sequential, of30.sequential]).toEqual(["", ""]);

  // Without its index the same page goes through every sum, and that is seen
  await fresh.db.$client.query("alter table period_values drop constraint period_values_measure_id_period_on_pk");
  expect((await inspectQueries({ databaseUrl: fresh.url, ...few })).sequential).toBe("period_values");
});
