import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { define, twoContributors, week } from "@/server/measures/testing";
import { anIdea, key, testSystem } from "@/server/testing";

// Before the first connection, because each connection uses the query method it was created with.
const query = pg.Client.prototype.query;
const textOf = (sent: unknown) => (typeof sent === "string" ? sent : (sent as { text?: string }).text);
let kills = false;
vi.spyOn(pg.Client.prototype, "query").mockImplementation(async function (this: pg.Client, ...sent: never[]) {
  const ask = () => (query as (...all: never[]) => Promise<unknown>).apply(this, sent);
  if (!kills || textOf(sent[0]) !== "commit") return ask();
  kills = false;
  const { processID } = this as unknown as { processID: number };
  await world.db.execute(sql`select pg_terminate_backend(${processID})`);
  return ask();
} as never);

const world = testSystem();

/** What a database holds of an act and of the facts that follow from it. */
async function rowsOf(
  ...tables: ("experiments" | "experiment_stages" | "journal" | "observations" | "period_values")[]
) {
  const counts = tables.map((table) => sql`(select count(*)::int from ${sql.identifier(table)})`);
  const { rows } = await world.db.execute(sql`select array[${sql.join(counts, sql`, `)}] as counts`);
  return rows[0]?.counts as number[];
}

/** How many rows an act adds to each table; with `killed`, its connection ends when it has done all but commit. */
async function added(tables: Parameters<typeof rowsOf>, { killed }: { killed: boolean }, act: () => Promise<unknown>) {
  const before = await rowsOf(...tables);
  kills = killed;
  if (killed) await expect(act()).rejects.toThrow();
  else await act();
  expect(kills).toBe(false);
  const after = await rowsOf(...tables);
  return after.map((count, index) => count - (before[index] ?? 0));
}

test("an act whose process is killed leaves neither itself nor its facts", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital, community]);
  const register = () =>
    imogen.api.experiments.register({ ...anIdea, key: key(), systemId, leadOrganisationId: hospital });
  const registered = ["experiments", "experiment_stages", "journal"] as Parameters<typeof rowsOf>;
  expect(await added(registered, { killed: true }, register)).toEqual([0, 0, 0]);
  expect(await added(registered, { killed: false }, register)).toEqual([1, 1, 1]);

  const log = () =>
    imogen.api.measures.log({
      ...{ key: key(), measureId, organisationId: hospital, periodOn: week(0) },
      ...{ numerator: 1, denominator: 2 },
    });
  const logged = ["observations", "period_values", "journal"] as Parameters<typeof rowsOf>;
  expect(await added(logged, { killed: true }, log)).toEqual([0, 0, 0]);
  expect(await added(logged, { killed: false }, log)).toEqual([1, 1, 1]);
});
