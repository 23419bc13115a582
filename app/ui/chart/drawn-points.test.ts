import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChartProps, Mark } from "./chart-props";
import { drawnPoints, mostPoints, thinned } from "./drawn-points";
import { chartFrame, wide } from "./frame";

const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
const dull = ["ordinary"] as const;
const marks: Mark[] = [...dull, ...dull, ...dull, ...dull, ...dull, "better", "worse", "changed", "left out"];
const point = fc.record({
  value: fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 30 }),
  mark: fc.constantFrom(...marks),
});
const charts = fc
  .record({
    points: fc.array(point, { minLength: 1, maxLength: 900, size: "max" }),
    part: fc.nat(),
    inTurn: fc.boolean(),
  })
  .map(({ points, part, inTurn }): ChartProps => {
    const cut = part % points.length;
    const limits = (from: number, to: number) => {
      const steps = points.slice(from, to + 1).map((_, i) => from + i);
      return {
        from,
        to,
        centre: { at: 5, label: "", figure: "" },
        lower: { at: to, label: "", figure: "", steps },
        upper: null,
        early: false,
      };
    };
    return {
      ...{
        id: "c",
        title: "",
        description: "",
        unit: "",
        betterIs: "up",
        goal: null,
        stopLines: [],
        bands: [],
        windows: [],
        events: [],
      },
      ...{ least: null, most: null, inTurn },
      points: points.map((one, i) => ({ ...one, on: day(i), tick: { short: "", year: "" }, sentence: `${i}` })),
      parts: cut > 0 ? [limits(0, cut - 1), limits(cut, points.length - 1)] : [limits(0, points.length - 1)],
    };
  });

test("a thinned chart keeps every unusual point, the highest and lowest, the gaps and the ends of its parts", () => {
  fc.assert(
    fc.property(charts, (chart) => {
      const few = thinned(chart);
      const at = (kept: ChartProps) => kept.points.map((one) => Number(one.sentence));
      const [before, after] = [chart.points, few.points];
      const unusual = (points: ChartProps["points"]) =>
        points.filter((one) => one.value !== null && one.mark !== "ordinary");
      expect(unusual(after)).toEqual(unusual(before));
      const values = (points: ChartProps["points"]) => points.flatMap((one) => one.value ?? []);
      expect(Math.max(...values(after))).toBe(Math.max(...values(before)));
      expect(Math.min(...values(after))).toBe(Math.min(...values(before)));
      // A line is never drawn over a period without a result
      for (const [i, to] of at(few).entries()) {
        const between = before.slice((at(few)[i - 1] ?? -1) + 1, to);
        const bothValued = after[i]?.value != null && after[i - 1]?.value != null;
        if (bothValued) expect(between.every((one) => one.value !== null)).toBe(true);
      }
      for (const [i, part] of few.parts.entries()) {
        const whole = chart.parts[i];
        expect([at(few)[part.from], at(few)[part.to]]).toEqual([whole?.from, whole?.to]);
        // Each point keeps its own limit
        expect(part.lower?.steps).toEqual(at(few).slice(part.from, part.to + 1));
      }
    }),
  );
});

test("only as many ordinary points are drawn as there is room for, each where it was", () => {
  fc.assert(
    fc.property(charts, (chart) => {
      const few = thinned(chart);
      const gaps = few.points.filter((one) => one.value === null).length;
      const ordinary = few.points.filter((one) => one.value !== null && one.mark === "ordinary").length;
      expect(ordinary).toBeLessThanOrEqual(mostPoints + 6 + gaps);
      const place = (of: ChartProps) => {
        const { x } = chartFrame(of, wide, 0);
        return new Map(of.points.map((one) => [one.on, x(Date.parse(one.on))]));
      };
      const [whole, thin] = [place(chart), place(few)];
      // By date, the margin at both ends is half of the mean distance, which grows
      for (const [on, x] of thin) expect(Math.abs(x - (whole.get(on) ?? 0))).toBeLessThan(chart.inTurn ? 0.001 : 8);
    }),
  );
  expect(drawnPoints({ points: [] as unknown } as ChartProps, true).points).toEqual([]);
});
