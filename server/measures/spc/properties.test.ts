import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Analysis, AnalysisOptions } from "./analysis";
import { controlChart } from "./control-chart";
import type { SpcPoint } from "./points";
import { presets } from "./settings";
import { xmr } from "./xmr";

const day = (i: number) => new Date(Date.UTC(2020, 0, 1 + 7 * i)).toISOString().slice(0, 10);

const series = fc
  .array(fc.option(fc.integer({ min: 0, max: 200 }), { nil: null, freq: 12 }), { minLength: 1, maxLength: 70 })
  .map((values) => values.map((value, i): SpcPoint => ({ on: day(i), value })));
const options = fc.record({
  direction: fc.constantFrom("up", "down", "neither"),
  target: fc.option(fc.integer({ min: -20, max: 220 })),
  baselinePoints: fc.option(fc.integer({ min: 12, max: 40 })),
  partsFrom: fc.array(fc.integer({ min: 0, max: 70 }).map(day), { maxLength: 2 }),
  settings: fc.constantFrom(...presets),
});

const changed = (points: readonly SpcPoint[], change: (value: number) => number) =>
  points.map((point) => ({ ...point, value: point.value === null ? null : change(point.value) }));

/**
 * Whole numbers, so that every value is either on a line or well away from it; on a line, rounding may put it on either
 * side.
 */
const clear = ({ points, target }: Analysis) =>
  points.every(({ value, centre, lpl, upl }) => {
    if (lpl === null || upl === null || centre === null) return true;
    const lines = [lpl, upl, centre - ((upl - centre) * 2) / 3, centre + ((upl - centre) * 2) / 3];
    return lines.every((at) => Math.abs((value ?? at + 1) - at) > 1e-6 && Math.abs((target ?? at + 1) - at) > 1e-6);
  });

const flags = ({ points, verdict, assurance, limitsStatus }: Analysis) => ({
  verdict,
  assurance,
  limitsStatus,
  points: points.map(({ kind, signals, side, outside, near }) => ({ kind, signals, side, outside, near })),
});
const lines = ({ parts }: Analysis) => parts.flatMap((part) => [part.centre, part.lpl, part.upl]);

function near(found: readonly (number | null)[], wanted: readonly (number | null)[], size: number) {
  expect(found.length).toBe(wanted.length);
  for (const [i, value] of found.entries()) {
    const want = wanted[i] ?? null;
    if (value === null || want === null) expect(value).toBe(want);
    else expect(Math.abs(value - want)).toBeLessThanOrEqual(1e-9 * size);
  }
}

describe("for any series and any settings", () => {
  test("the order of the input does not matter", () => {
    fc.assert(
      fc.property(series, options, fc.infiniteStream(fc.nat()), (points, how, keys) => {
        const shuffled = points
          .map((point) => ({ point, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ point }) => point);
        expect(xmr(shuffled, how)).toEqual(xmr(points, how));
      }),
    );
  });

  test("adding a constant shifts mean and limits by it, and changes no flag", () => {
    fc.assert(
      fc.property(series, options, fc.integer({ min: -1000, max: 1000 }), (points, how, constant) => {
        const before = xmr(points, how);
        fc.pre(clear(before));
        const target = how.target === null ? null : how.target + constant;
        const after = xmr(
          changed(points, (value) => value + constant),
          { ...how, target },
        );
        near(
          lines(after),
          lines(before).map((line) => (line === null ? null : line + constant)),
          1200,
        );
        expect(flags(after)).toEqual(flags(before));
      }),
    );
  });

  test("scaling scales mean and limits, and changes no flag", () => {
    fc.assert(
      fc.property(series, options, fc.integer({ min: 1, max: 1000 }), (points, how, factor) => {
        const before = xmr(points, how);
        fc.pre(clear(before));
        const target = how.target === null ? null : how.target * factor;
        const after = xmr(
          changed(points, (value) => value * factor),
          { ...how, target },
        );
        near(
          lines(after),
          lines(before).map((line) => (line === null ? null : line * factor)),
          200 * factor,
        );
        expect(flags(after)).toEqual(flags(before));
      }),
    );
  });

  test("turned upside down, with the good way turned too, it says the same", () => {
    const turned: Record<string, AnalysisOptions["direction"]> = { up: "down", down: "up", neither: "neither" };
    fc.assert(
      fc.property(series, options, (points, how) => {
        fc.pre(how.direction !== "neither");
        const before = xmr(points, how);
        const target = how.target === null ? null : -how.target;
        const after = xmr(
          changed(points, (value) => -value),
          { ...how, target, direction: turned[how.direction] ?? "neither" },
        );
        expect(after.points.map((point) => point.kind)).toEqual(before.points.map((point) => point.kind));
        expect([after.verdict, after.assurance]).toEqual([before.verdict, before.assurance]);
      }),
    );
  });

  test("a left-out value can be anything", () => {
    fc.assert(
      fc.property(series, options, fc.nat(), fc.integer(), (points, how, pick, value) => {
        const place = pick % points.length;
        const without = (other: number) =>
          points.map((point, i) => (i === place ? { ...point, value: other, leftOut: true } : point));
        const [one, two] = [xmr(without(1), how), xmr(without(value), how)];
        expect(lines(two)).toEqual(lines(one));
        const others = (found: Analysis) => flags(found).points.filter((_, i) => i !== place);
        expect(others(two)).toEqual(others(one));
      }),
    );
  });
});

test("proportions may be split over rows: the sum over the sum stays the same", () => {
  const counts = fc.array(
    fc.record({
      a: fc.nat(50),
      b: fc.nat(50),
      n: fc.integer({ min: 50, max: 500 }),
      m: fc.integer({ min: 50, max: 500 }),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(counts, (rows) => {
      const split = rows.flatMap(({ a, b, n, m }, i) => [
        { at: day(i), count: a, outOf: n },
        { at: day(i), count: b, outOf: m },
      ]);
      const together = rows.map(({ a, b, n, m }, i) => ({ at: day(i), count: a + b, outOf: n + m }));
      expect(controlChart("p", split)).toEqual(controlChart("p", together));
    }),
  );
});
