import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Json } from "@/server/canonical";
import { chainStart, hashEntry } from "@/server/journal/chain";
import { calendarFor } from "./calendar";
import { demoId } from "./ids";
import { seriesPoints } from "./series";
import { seriesPlans } from "./series-plans/all";
import { demoDatabase } from "./testing";

const { rowsOf } = demoDatabase();

test.each(seriesPlans)("the figures of $key are the series, as the sum over the sum", async (plan) => {
  const [clock] = await rowsOf<{ now: string }>(sql`select now()::text as now`);
  const { weeksLater } = calendarFor(new Date(clock?.now ?? ""));
  const logged = await rowsOf<{ startsOn: string; value: number }>(sql`
    select period_on::text as "startsOn",
      coalesce(sum(value), 100 * sum(numerator) / sum(denominator))::float as value
    from observations where measure_id = ${demoId(`measure/${plan.key}`)}::uuid group by period_on order by period_on`);
  expect(logged).toEqual(seriesPoints(plan, weeksLater).map(({ startsOn, value }) => ({ startsOn, value })));
  const [measure] = await rowsOf(
    sql`select baseline_points, target::float, decimals, direction, unit from measures where id = ${demoId(`measure/${plan.key}`)}::uuid`,
  );
  const { baseline: baseline_points, target, decimals, direction, unit } = plan;
  expect(measure).toEqual({ baseline_points, target, decimals, direction, unit });
});

test.each([demoId("system/quillshire"), demoId("system/saltholm")])(
  "the journal of a system is one whole chain in time order",
  async (systemId) => {
    const entries = await rowsOf<Record<string, string> & { sequence: number; details: Json }>(sql`
    select system_id as "systemId", sequence::int, experiment_id as "experimentId", person_id as "personId", act, parts, details,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, previous_hash as "previousHash", hash
    from journal where system_id = ${systemId}::uuid order by sequence`);
    let previousHash = chainStart(systemId);
    entries.forEach(({ hash, ...entry }, index) => {
      expect(entry.sequence).toBe(index + 1);
      expect(entry.previousHash).toBe(previousHash);
      expect(hashEntry(entry as unknown as Parameters<typeof hashEntry>[0])).toBe(hash);
      previousHash = hash ?? "";
    });
    const moments = entries.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
    expect(entries.length).toBeGreaterThan(20);
  },
);
