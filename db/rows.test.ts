import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { columnsOf } from "./columns-of";
import { read } from "./rows";
import { experiments, standingPermissions } from "./schema";
import { day, instant } from "./shapes";
import { type FreshDatabase, freshDatabase } from "./testing";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
afterEach(() => vi.unstubAllEnvs());

const ward = z.strictObject({ name: z.string(), beds: z.number() });
const asWards = (columns: string) => read(fresh.db, ward).rows(sql.raw(`select ${columns}`));

test("rows that are as their shape says come as they are", async () => {
  const dated = z.strictObject({ on: day, at: instant, inJson: z.strictObject({ on: day, at: instant }) });
  const moment = "timestamptz '2026-05-11 06:50:00.25Z'";
  const query = sql.raw(`select date '2026-05-11' as on, ${moment} as at,
    json_build_object('on', date '2026-05-11', 'at', ${moment}) as "inJson"`);
  expect(await read(fresh.db, dated).row(query)).toEqual({
    on: "2026-05-11",
    at: expect.stringContaining("2026-05-11 "),
    inJson: { on: "2026-05-11", at: expect.stringContaining("2026-05-11T") },
  });
  expect(await read(fresh.db, ward).row(sql`select 'A' as name, 12 as beds where false`)).toBeUndefined();
});

test.each([
  ["of another type", "'A' as name, '12' as beds", "beds"],
  ["missing", "'A' as name", "beds"],
  ["empty", "null as name, 12 as beds", "name"],
  ["not in the shape", "'A' as name, 12 as beds, true as open", "open"],
])("a column that is %s fails, with the column, the shape and the place that asked", async (_, columns, column) => {
  const problem = await asWards(columns).catch((error: Error) => error);
  expect(problem).toBeInstanceOf(Error);
  const { message, cause } = problem as Error;
  expect(message).toContain("A row of { name, beds }");
  expect(message.split("\n").slice(1).join("\n")).toContain(column);
  expect((cause as Error).stack).toContain("asWards");
});

test.each(["test", "development"])("%s checks rows", async (environment) => {
  vi.stubEnv("NODE_ENV", environment);
  await expect(asWards("'A' as name")).rejects.toThrow("beds");
});

test("production returns rows as they came and parses nothing", async () => {
  const parse = vi.spyOn(ward, "safeParse");
  await asWards("'A' as name, 12 as beds");
  expect(parse).toHaveBeenCalledOnce();
  parse.mockClear();
  vi.stubEnv("NODE_ENV", "production");
  expect(await asWards("'A' as name, true as open")).toEqual([{ name: "A", open: true }]);
  expect(parse).not.toHaveBeenCalled();
});

test("columns of a table are as the table has them: closed lists, dates, what may be empty", () => {
  const row = z.strictObject(columnsOf(experiments, ["id", "title", "startsAt", "reversible", "registeredAt"]));
  const whole = {
    id: "0199b4a5-6d3e-7c11-8f42-3a5b6c7d8e9f",
    title: "Open on Sundays",
    startsAt: "ward",
    reversible: true,
    registeredAt: "2026-05-11 06:50:00+00",
  };
  const isRow = (changed: object) => row.safeParse({ ...whole, ...changed }).success;
  expect([{}, { startsAt: null }, { reversible: null }].map(isRow)).toEqual([true, true, true]);
  const wrong = [{ id: "1" }, { title: null }, { startsAt: "attic" }, { reversible: 1 }, { registeredAt: "today" }];
  expect(wrong.filter(isRow)).toEqual([]);
  expect(() => columnsOf(standingPermissions, ["highestScores"])).toThrow("highest");
});
