import { describe, expect, test } from "vitest";
import { controlChart } from "./control-chart";
import { NOT_ABOVE_0 } from "./kinds";

const counts = (values: readonly (number | null)[]) => values.map((count, i) => ({ at: i + 1, count }));

describe("a run chart", () => {
  test("is read against its median and has no limits", () => {
    const chart = controlChart("run", counts([3, 9, 4, 8, 5, 7]));
    expect(chart.parts[0]).toMatchObject({ centre: 6, places: 6, runs: { useful: 6, crossings: 5, signal: false } });
    expect(chart.points[0]).toMatchObject({ centre: 6, lcl: null, ucl: null, outside: false });
  });

  test("takes its median from the frozen places, but judges all", () => {
    const chart = controlChart("run", counts([1, 3, 1, 3, 9, 9]), { freeze: 4 });
    expect(chart.parts[0]).toMatchObject({ centre: 2, runs: { useful: 6 } });
  });

  test("splits after the places given, and then ignores a freeze", () => {
    const chart = controlChart("run", counts([1, 3, 1, 3, 9, 11]), { partsAfter: [4], freeze: 2 });
    expect(chart.parts.map((part) => part.centre)).toEqual([2, 10]);
    expect(chart.points.map((point) => point.part)).toEqual([0, 0, 0, 0, 1, 1]);
  });

  test("orders places, and adds up or averages those that come more than once", () => {
    const rows = [
      { at: 2, count: 6 },
      { at: 1, count: 2 },
      { at: 1, count: 4 },
    ];
    expect(controlChart("run", rows).points.map((point) => point.y)).toEqual([3, 6]);
    expect(controlChart("run", rows, { summarise: "sum" }).points.map((point) => point.y)).toEqual([6, 6]);
  });
});

describe("a p chart", () => {
  const rows = [
    { at: 1, count: 5, outOf: 50 },
    { at: 2, count: 15, outOf: 50 },
    { at: 3, count: 10, outOf: 100 },
  ];

  test("has the sum over the sum as its centre and limits by its denominators", () => {
    const chart = controlChart("p", rows);
    expect(chart.parts[0]?.centre).toBeCloseTo(0.15, 12);
    expect(chart.points[2]?.ucl).toBeCloseTo(0.15 + 3 * Math.sqrt((0.15 * 0.85) / 100), 12);
    expect(chart.points[0]?.lcl).toBe(0);
  });

  test("stays within 0 and 1, and is shown in percent when asked", () => {
    const chart = controlChart(
      "p",
      rows.map((row) => ({ ...row, count: row.outOf - 1 })),
      { times: 100 },
    );
    expect(chart.points[0]).toMatchObject({ y: 98, ucl: 100 });
  });

  test("has no value and no limits for a denominator of nothing, and leaves half a pair out", () => {
    const chart = controlChart("p", [...rows, { at: 4, count: 0, outOf: 0 }, { at: 5, count: 7, outOf: null }]);
    expect(chart.points[3]).toMatchObject({ y: null, lcl: null, ucl: null, outside: false });
    expect(chart.points[4]).toMatchObject({ y: null, ucl: null });
    expect(chart.parts[0]?.centre).toBeCloseTo(0.15, 12);
  });
});

test("a u chart has no upper bound", () => {
  const chart = controlChart("u", [
    { at: 1, count: 30, outOf: 10 },
    { at: 2, count: 10, outOf: 10 },
  ]);
  expect(chart.parts[0]?.centre).toBe(2);
  expect(chart.points[0]?.ucl).toBeCloseTo(2 + 3 * Math.sqrt(2 / 10), 12);
});

describe("a c chart", () => {
  test("reaches 3 square roots of its mean, and not below 0", () => {
    const chart = controlChart("c", counts([4, 2, 6, 4, 12]), { leftOut: [4] });
    expect(chart.points[0]).toMatchObject({ centre: 4, ucl: 10, lcl: 0, ucl95: 8, lcl95: 0 });
    expect(chart.points[4]).toMatchObject({ leftOut: true, outside: true });
    expect(chart.parts[0]).toMatchObject({ places: 4, runs: { useful: 2 } });
  });
});

describe("a g chart", () => {
  test("is drawn with its median and takes limits from its mean", () => {
    const chart = controlChart("g", counts([1, 2, 9]));
    expect(chart.points[0]).toMatchObject({ centre: 2, lcl: 0 });
    expect(chart.points[0]?.ucl).toBeCloseTo(4 + 3 * Math.sqrt(20), 12);
  });

  test("with a known centre is drawn at 0.693 of it", () => {
    expect(controlChart("g", counts([1, 2, 9]), { centre: 10 }).points[0]?.centre).toBeCloseTo(6.93, 12);
  });
});

describe("a t chart", () => {
  test("makes its limits on the 3.6th root and comes back", () => {
    const chart = controlChart("t", counts([1, 2 ** 3.6, 1, 2 ** 3.6]));
    expect(chart.points[0]?.centre).toBeCloseTo(1.5 ** 3.6, 9);
    expect(chart.points[0]?.ucl).toBeCloseTo((1.5 + 3 / 1.128) ** 3.6, 9);
    expect(chart.points[0]).toMatchObject({ lcl: 0, lcl95: null });
  });

  test("of a constant signals nowhere", () => {
    const chart = controlChart("t", counts(new Array(12).fill(6)));
    expect(chart.parts[0]?.runs).toMatchObject({ useful: 0, signal: false });
    expect(chart.points.every((point) => !point.outside)).toBe(true);
  });

  test("of two events at once is refused in a sentence", () => {
    expect(() => controlChart("t", counts([3, 0, 4]))).toThrow(NOT_ABOVE_0);
  });
});
