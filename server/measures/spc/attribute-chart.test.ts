import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AttributeChartKind, attributeChart } from "./attribute-chart";
import { kindsFor, kindThatFits, problemWithEvent } from "./kinds";
import type { SpcPoint } from "./points";
import { nhsEngland, nhsrPlotTheDots } from "./settings";

const on = (i: number) => new Date(Date.UTC(2024, 0, 1 + 7 * i)).toISOString().slice(0, 10);
const share = (count: number, outOf: number, i: number): SpcPoint => ({
  ...{ on: on(i), value: (100 * count) / outOf, madeOf: { count, outOf } },
});
const values = (of: readonly (number | null)[]): SpcPoint[] => of.map((value, i) => ({ on: on(i), value }));
const near = (count: number, outOf = 20) => Array.from({ length: count }, (_, i) => share(9 + (i % 3), outOf, i));

const kinds: AttributeChartKind[] = ["p", "u", "c", "t", "g"];
const pair = fc.record({ count: fc.integer({ min: 1, max: 40 }), outOf: fc.integer({ min: 40, max: 400 }) });
const pairs = fc.array(fc.option(pair, { freq: 12 }), { minLength: 1, maxLength: 50 });
const asPoints = (kind: AttributeChartKind, of: readonly ({ count: number; outOf: number } | null)[]): SpcPoint[] =>
  of.map((one, i) => {
    if (!one) return { on: on(i), value: null };
    return kind === "p" || kind === "u" ? share(one.count, one.outOf, i) : { on: on(i), value: one.count };
  });
const options = fc.record({
  direction: fc.constantFrom("up", "down", "neither"),
  target: fc.option(fc.integer({ min: 0, max: 100 })),
  partsFrom: fc.array(fc.nat(60).map(on), { maxLength: 3 }),
  baselinePoints: fc.option(fc.integer({ min: 12, max: 30 })),
  settings: fc.constantFrom(nhsEngland, nhsrPlotTheDots),
});

describe("whatever the figures", () => {
  test("the order in which they come does not matter, and every point keeps its place", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), pairs, options, (kind, of, how) => {
        const points = asPoints(kind, of);
        const found = attributeChart(kind, points, how);
        expect(attributeChart(kind, points.toReversed(), how)).toEqual(found);
        expect(found.points.map((point) => [point.on, point.value])).toEqual(points.map((one) => [one.on, one.value]));
      }),
    );
  });

  test("a left-out point moves no limit and no other point's signs, whatever its figure", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), pairs, options, fc.nat(), pair, (kind, of, how, pick, other) => {
        const place = pick % of.length;
        const withIt = (one: typeof other) =>
          asPoints(kind, of.with(place, one)).map((point, i) => (i === place ? { ...point, leftOut: true } : point));
        const lines = (one: typeof other) =>
          attributeChart(kind, withIt(one), how)
            .points.filter((_, i) => i !== place)
            .map(({ centre, lpl, upl, signals, kind: said }) => [centre, lpl, upl, signals, said]);
        expect(lines(other)).toEqual(lines({ count: 1, outOf: 400 }));
      }),
    );
  });

  test("a point that is not told leaves no limits to work it out from", () => {
    fc.assert(
      fc.property(fc.constantFrom("p", "u"), pairs, fc.nat(), (kind, of, pick) => {
        const place = pick % of.length;
        const point = attributeChart(kind, asPoints(kind, of.with(place, null)), { direction: "up" }).points[place];
        const runChart = point?.upl === null && point.lpl === null;
        expect([runChart, point?.outOf ?? null]).toEqual([true, null]);
      }),
    );
  });

  test("a point is marked for lying outside its own limits, and for nothing else", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), pairs, options, (kind, of, how) => {
        for (const point of attributeChart(kind, asPoints(kind, of), how).points) {
          expect(point.signals.map(({ rule }) => rule)).toEqual(point.outside ? ["outside"] : []);
        }
      }),
    );
  });

  test("four times as many with the same shares keep the middle and halve what chance does", () => {
    const many = fc.array(pair, { minLength: 13, maxLength: 40 });
    fc.assert(
      fc.property(many, (of) => {
        const [once, four] = [1, 4].map((times) =>
          attributeChart(
            "u",
            of.map((one, i) => share(one.count * times, one.outOf * times, i)),
            { direction: "up" },
          ),
        );
        const reach = (of: typeof once) => of?.points.map(({ upl, centre }) => (upl ?? 0) - (centre ?? 0)) ?? [];
        const [wide, narrow] = [reach(once), reach(four)];
        for (const [i, half] of narrow.entries()) expect(half * 2).toBeCloseTo(wide[i] ?? Number.NaN, 9);
      }),
    );
  });
});

test("fewer than 13 results make the same run chart whatever the kind, and 13 make early limits", () => {
  const few = near(12);
  const { points, verdict, limitsStatus } = attributeChart("p", few, { direction: "up" });
  expect([limitsStatus, verdict]).toEqual(["run chart", null]);
  expect(points.every(({ upl, centre, outOf }) => upl === null && centre === 50 && outOf === 20)).toBe(true);
  expect(attributeChart("p", near(13), { direction: "up" }).limitsStatus).toBe("early limits");
  expect(attributeChart("p", near(20), { direction: "up" }).limitsStatus).toBe("firm limits");
});

test("each share has limits of its own, and each part and baseline makes its own", () => {
  const rows = [...near(26), share(19, 20, 26)].map((row, i) => (i === 5 ? share(90, 200, 5) : row));
  const found = attributeChart("p", rows, { direction: "up", partsFrom: [on(13)] });
  expect(found.parts.map(({ stepped, lpl }) => [stepped, lpl])).toEqual([
    [true, null],
    [true, null],
  ]);
  const [wide, narrow] = [found.points[4], found.points[5]];
  expect((wide?.upl ?? 0) - (wide?.lpl ?? 0)).toBeGreaterThan(2 * ((narrow?.upl ?? 0) - (narrow?.lpl ?? 0)));
  expect(found.last?.kind).toBe("improvement");
  const judged = attributeChart("p", rows, { direction: "up", baselinePoints: 13 });
  expect(judged.points.map(({ inBaseline }) => inBaseline).lastIndexOf(true)).toBe(12);
});

test("a series that is more than chance as a whole says so where its last point does not", () => {
  const moved = Array.from({ length: 24 }, (_, i) => share(i < 12 ? 9 : 11, 20, i));
  expect(attributeChart("p", moved, { direction: "up" }).verdict).toBe("moved");
  expect(attributeChart("p", near(24), { direction: "up" }).verdict).toBe("sustained");
});

describe("a goal", () => {
  const goal = (target: number, rows: SpcPoint[], kind: AttributeChartKind, direction: "up" | "down") =>
    attributeChart(kind, rows, { direction, target }).assurance;

  test("of 100% or of nothing is not out of reach because the limit stops there", () => {
    const high = Array.from({ length: 20 }, (_, i) => share(i % 2 ? 19 : 20, 20, i));
    expect(attributeChart("p", high, { direction: "up" }).last?.upl).toBe(100);
    expect(goal(100, high, "p", "up")).toBe("hit and miss");
    const falls = values(Array.from({ length: 20 }, (_, i) => i % 3));
    expect(goal(0, falls, "c", "down")).toBe("hit and miss");
    expect(goal(100, near(20, 40), "p", "up")).toBe("misses");
  });

  test("that nothing ever misses is reached every time", () => {
    const always = Array.from({ length: 20 }, (_, i) => share(20, 20, i));
    expect(goal(100, always, "p", "up")).toBe("hits");
    expect(goal(0, values(new Array(20).fill(0)), "c", "down")).toBe("hits");
  });
});

describe("events", () => {
  test("have days, so a weekly figure is none; a count is never a time between", () => {
    expect(kindsFor("value", "day")).toEqual(["XmR", "t", "g"]);
    expect(kindsFor("value", "week")).toEqual(["XmR"]);
    expect(kindsFor("count", "day")).toEqual(["XmR", "c"]);
  });

  test("are above 0 apart, and so many whole cases", () => {
    expect([0, -1, 0.5].map((time) => problemWithEvent("t", time) !== null)).toEqual([true, true, false]);
    expect([0, 2.5, -1].map((cases) => problemWithEvent("g", cases) !== null)).toEqual([false, true, true]);
    expect(kindThatFits("t", values([3, 0]))).toBe("XmR");
    expect(kindThatFits("t", values([3, null]))).toBe("t");
  });

  test("far apart for once are outside, on the good side where longer is better", () => {
    const { last } = attributeChart("t", values([...new Array(8).fill([4, 6, 9]).flat(), 200]), { direction: "up" });
    expect([last?.kind, last?.outside]).toEqual(["improvement", true]);
  });
});

test("a part says when neighbours differ by more than chance explains; a left-out result does not make it so", () => {
  const shares = (outOf: number) => near(24, 20).map((_, i) => share((outOf * (9 + (i % 3))) / 20, outOf, i));
  const overdispersed = (rows: SpcPoint[]) => attributeChart("p", rows, { direction: "up" }).parts[0]?.overdispersed;
  expect([overdispersed(shares(20)), overdispersed(shares(20_000))]).toEqual([false, true]);
  const wild = shares(20).map((row, i) => (i % 4 === 2 ? share(i % 8 === 2 ? 20 : 0, 20, i) : row));
  const without = wild.map((row, i) => ({ ...row, leftOut: i % 4 === 2 }));
  expect([overdispersed(wild), overdispersed(without)]).toEqual([true, false]);
});
