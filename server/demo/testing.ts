import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import type { Db } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import type { Stage } from "@/db/vocabulary";
import { type StageFacts, stageOf } from "@/server/experiments/stage";
import { seedDemoWorld } from "./demo";
import { demoId } from "./ids";

/** A database with the demo world, for one test file. */
export function demoDatabase() {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    // Two concurrent starts: one seeds, the other waits
    const results = await Promise.all([seedDemoWorld(fresh.url), seedDemoWorld(fresh.url)]);
    expect(results.toSorted()).toEqual(["already there", "seeded"]);
  });
  afterAll(() => fresh?.drop());
  return {
    database: () => fresh,
    rowsOf: async <Row extends Record<string, unknown>>(query: SQL, db: Db = fresh.db) =>
      (await db.execute<Row>(query)).rows,
  };
}

/** The expected stage of each experiment in the first system. */
export const expectedStages: Partial<Record<Stage, string[]>> = {
  idea: ["E20", "E24"],
  asked: ["E11", "E23"],
  permitted: ["E15"],
  running: ["E01", "E04", "E05", "E07", "E08", "E09", "E13", "E16", "E21", "E22"],
  paused: ["E06"],
  "permission ended": ["E17"],
  ended: ["E02", "E03", "E10", "E12", "E14", "E18", "E19", "archive-safe-haven"],
};

/** Stages by experiment id. */
export async function findStages(db: Db): Promise<Record<string, Stage>> {
  const { rows } = await db.execute<StageFacts & { id: string }>(sql`
    select experiment_id as id, last_turn as "lastTurn", carriers, covering, granting, outdated, lapsed, unanswered,
      request_open as "requestOpen", request_same_terms as "requestSameTerms", started_same_terms as "startedSameTerms"
    from experiment_facts where system_id = ${demoId("system/quillshire")}::uuid`);
  return Object.fromEntries(rows.map(({ id, ...facts }) => [id, stageOf(facts)]));
}

/** A database URL whose connections have their clock stopped at this moment. */
export function alwaysAt(databaseUrl: string, moment: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", `-c leeway.now=${moment}`);
  return url.href;
}
