import type { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect } from "vitest";
import type { Db } from "@/db/client";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { seedDemoWorld } from "./demo";

/** A database with the demo world, for one test file. */
export function demoDatabase() {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    // Two starts at once: one seeds, the other waits and finds it done
    const results = await Promise.all([seedDemoWorld(fresh.url), seedDemoWorld(fresh.url)]);
    expect(results.toSorted()).toEqual(["already there", "seeded"]);
  });
  afterAll(() => fresh?.drop());
  return {
    database: () => fresh,
    rowsOf: async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>, db: Db = fresh.db) =>
      (await db.execute<Row>(query)).rows,
  };
}
