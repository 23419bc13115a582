import fc from "fast-check";
import { expect, test } from "vitest";
import type { MeasureInWords } from "@/server/measures/figures";
import { type PartSum, type SystemPoint, systemSeries } from "@/server/measures/series";
import { attributeChart } from "@/server/measures/spc/attribute-chart";
import { xmr } from "@/server/measures/spc/xmr";
import { chartData } from "./data";

const measure: MeasureInWords = { name: "A&E", unit: "%", direction: "up", rhythm: "week", decimals: 0 };
const on = (i: number) => new Date(Date.UTC(2025, 0, 6 + 7 * i)).toISOString().slice(0, 10);
const values = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 10 }), { minLength: 1, maxLength: 60 });
const week = fc.integer({ min: 0, max: 60 }).map(on);

test("what is agreed, noted or tried around a chart never moves its limits, its marks or its figures", () => {
  const dips = fc.array(
    fc.record({ from: week, to: week, edge: fc.integer({ min: 0, max: 100 }), agreed: fc.boolean() }),
    { maxLength: 3 },
  );
  const happenings = fc.array(fc.record({ on: week, words: fc.string() }), { maxLength: 4 });
  fc.assert(
    fc.property(values, dips, happenings, (given, someDips, some) => {
      const analysis = xmr(
        given.map((value, i) => ({ on: on(i), value })),
        { direction: "up" },
      );
      const bare = chartData(analysis, measure, { id: "c" });
      const around = chartData(analysis, measure, { id: "c", dips: someDips, happenings: some });
      expect(around.chart.parts).toEqual(bare.chart.parts);
      const marks = (of: typeof bare) => of.chart.points.map(({ value, mark }) => [value, mark]);
      expect(marks(around)).toEqual(marks(bare));
      expect([around.headline, around.notes]).toEqual([bare.headline, bare.notes]);
      const figures = (of: typeof bare) => of.table.rows.map((row) => row.slice(0, bare.table.head.length));
      expect(figures(around)).toEqual(figures(bare));
    }),
  );
});

test("the summary has 60 words or fewer, whatever the figures and the dips", () => {
  fc.assert(
    fc.property(
      values,
      fc.array(fc.record({ from: week, to: week, edge: fc.integer(), agreed: fc.boolean() })),
      (given, dips) => {
        const rows = given.map((value, i) => ({ on: on(i), value }));
        const { summary } = chartData(xmr(rows, { direction: "up", target: 40 }), measure, { id: "c", dips });
        expect(summary.split(/\s+/).length).toBeLessThanOrEqual(60);
      },
    ),
  );
});

test("of a chart of chance at counting neither a dip moves a limit nor does the summary grow beyond 60 words", () => {
  const pairs = fc.array(fc.option(fc.record({ count: fc.nat(40), outOf: fc.integer({ min: 40, max: 400 }) })), {
    ...{ minLength: 1, maxLength: 60 },
  });
  const dips = fc.array(fc.record({ from: week, to: week, edge: fc.integer(), agreed: fc.boolean() }), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(pairs, dips, fc.integer({ min: 0, max: 100 }), (given, some, target) => {
      const rows = given.map((madeOf, i) => ({
        ...{ on: on(i), madeOf: madeOf ?? undefined },
        value: madeOf ? (100 * madeOf.count) / madeOf.outOf : null,
      }));
      const analysis = attributeChart("p", rows, { direction: "up", target });
      const [bare, around] = [[], some].map((agreed) => chartData(analysis, measure, { id: "c", dips: agreed }));
      expect(around?.chart.parts).toEqual(bare?.chart.parts);
      expect(around?.headline).toBe(bare?.headline);
      expect(around?.summary.split(/\s+/).length).toBeLessThanOrEqual(60);
      for (const part of bare?.chart.parts ?? []) {
        if (part.upper?.steps) expect(part.upper.steps.length).toBe(part.to - part.from + 1);
      }
    }),
  );
});

test("the order in which parts come from the database does not matter", () => {
  const sums = fc
    .uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1 })
    .map((weeks) =>
      weeks.map((i): PartSum => ({ periodOn: on(i), contributed: 1, value: i, numerator: null, denominator: null })),
    );
  const series = (of: readonly PartSum[]): SystemPoint[] =>
    systemSeries({ counting: "value", rhythm: "week", chartKind: "XmR" }, [{ fromOn: null, endsOn: null }], of);
  fc.assert(
    fc.property(sums, (of) => {
      expect(series(of.toReversed())).toEqual(series(of));
    }),
  );
});
