import { describe, expect, test } from "vitest";
import type { AnalysisOptions } from "./analysis";
import { nhsEngland, nhsrPlotTheDots } from "./settings";
import { xmr } from "./xmr";

const day = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
const points = (values: readonly (number | null)[]) => values.map((value, i) => ({ on: day(i), value }));
const up = (values: readonly (number | null)[], options: Partial<AnalysisOptions> = {}) =>
  xmr(points(values), { direction: "up", ...options });
/** Indexes of points with a rule, from 0. */
const where = (rule: string, found: ReturnType<typeof xmr>) =>
  found.points.flatMap((point, i) => (point.signals.some((signal) => signal.rule === rule) ? [i] : []));

/** 14 quiet points: mean 50, moving ranges all 2, limits 44.68 and 55.32, near 46.45 and 53.55. */
const quiet = [49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51];
const baseline = { baselinePoints: 14 };

describe("a point outside the limits", () => {
  test("is beyond them, and is named so", () => {
    const found = up([...quiet, 56, 50, 44], baseline);
    expect(where("outside", found)).toEqual([14, 16]);
    expect(found.points[14]?.kind).toBe("improvement");
    expect(found.points[16]?.kind).toBe("concern");
  });

  test("may be the very first", () => {
    const found = up([80, ...quiet, ...quiet]);
    expect(where("outside", found)).toEqual([0]);
  });

  test("exactly on a limit is near it, not outside", () => {
    const found = up([...quiet, 50 + 2.66 * 2, 50 - 2.66 * 2], baseline);
    expect(found.points[14]).toMatchObject({ outside: false, near: true });
    expect(found.points[15]).toMatchObject({ outside: false, near: true });
  });
});

describe("a trend", () => {
  test("is 7 points, not 6", () => {
    expect(where("trend", up([...quiet, 48, 49, 50, 51, 52, 53], baseline))).toEqual([]);
    expect(where("trend", up([...quiet, 48, 49, 50, 51, 52, 53, 54], baseline))).toEqual([14, 15, 16, 17, 18, 19, 20]);
  });

  test("ends at two equal values and at a missing one", () => {
    expect(where("trend", up([...quiet, 48, 49, 50, 50, 51, 52, 53, 54], baseline))).toEqual([]);
    expect(where("trend", up([...quiet, 48, 49, 50, null, 51, 52, 53, 54], baseline))).toEqual([]);
  });

  test("falling is bad where up is good, even above the mean; at a peak the later trend names the point", () => {
    const found = up([...quiet, 50.1, 50.3, 50.6, 51, 51.5, 52, 52.5, 52.4, 52.2, 52, 51.5, 51, 50.5, 50.2], baseline);
    expect(found.points[20]?.signals.filter((signal) => signal.rule === "trend")).toHaveLength(2);
    const plain = { ...nhsEngland, conflict: "precedence" } as const;
    const peak = up(
      found.points.map((p) => p.value),
      { ...baseline, settings: plain },
    ).points[20];
    expect(peak?.signal).toEqual({ rule: "trend", side: "low" });
    expect(peak?.kind).toBe("concern");
  });
});

describe("a shift", () => {
  test("is 7 points on one side, not 6, and a point on the mean ends it", () => {
    expect(where("shift", up([...quiet, 50, 51, 52, 51, 52, 51, 52], baseline))).toEqual([]);
    expect(where("shift", up([...quiet, 50, 51, 52, 51, 52, 51, 52, 51], baseline))).toEqual([
      15, 16, 17, 18, 19, 20, 21,
    ]);
    expect(where("shift", up([...quiet, 51, 52, 51, 50, 52, 51, 52, 51], baseline))).toEqual([]);
  });

  test("begins anew after a fixed baseline, unless the settings let it run on", () => {
    const values = [...quiet, 51, 52, 51, 52, 51, 52];
    expect(where("shift", up(values, baseline))).toEqual([]);
    const crossing = { ...nhsEngland, runsLeaveBaseline: true };
    expect(where("shift", up(values, { ...baseline, settings: crossing }))).toEqual([13, 14, 15, 16, 17, 18, 19]);
  });

  test("can be set to 6 or 8 points", () => {
    const values = [...quiet, 50, 51, 52, 51, 52, 51, 52, 50];
    expect(where("shift", up(values, { ...baseline, settings: { ...nhsEngland, shiftLength: 6 } }))).toHaveLength(6);
    expect(where("shift", up(values, { ...baseline, settings: { ...nhsEngland, shiftLength: 8 } }))).toEqual([]);
  });
});

describe("two of three", () => {
  test("marks the near points when all three lie on their side of the mean", () => {
    expect(where("two of three", up([...quiet, 54, 51, 54], baseline))).toEqual([14, 16]);
    expect(where("two of three", up([...quiet, 54, 49, 54], baseline))).toEqual([]);
    expect(where("two of three", up([...quiet, 54, 50, 54], baseline))).toEqual([]);
  });

  test("does not count a point outside, unless the settings say so", () => {
    expect(where("two of three", up([...quiet, 54, 51, 57], baseline))).toEqual([]);
    const wider = { ...nhsEngland, twoOfThree: "beyond two thirds" } as const;
    expect(where("two of three", up([...quiet, 54, 51, 57], { ...baseline, settings: wider }))).toEqual([14, 16]);
  });
});

describe("a point with signs of both directions", () => {
  const values = [...quiet, 58, 57, 56, 54, 53, 52, 51.5];

  test("keeps them all; the NHS England tools show the good one, the R package the first by precedence", () => {
    const [english, plotted] = [up(values, baseline), up(values, { ...baseline, settings: nhsrPlotTheDots })];
    expect(new Set(english.points[18]?.signals.map((signal) => signal.side))).toEqual(new Set(["high", "low"]));
    expect(english.points[18]?.kind).toBe("improvement");
    expect(plotted.points[18]?.kind).toBe("concern");
  });
});

describe("parts", () => {
  const values = [...quiet, ...quiet.map((value) => value + 10)];

  test("have their own mean and limits from the day they start", () => {
    const found = up(values, { partsFrom: [day(14), "2030-01-01"] });
    expect(found.parts.map((part) => part.centre)).toEqual([50, 60]);
    expect(found.parts[1]?.from).toBe(day(14));
    expect(where("shift", found)).toEqual([]);
  });

  test("end every run but the trend, which goes on where the settings let it", () => {
    const rising = [...quiet.slice(0, 10), 48, 49, 50, 51, 52, 53, 54, 55, ...quiet.slice(0, 10)];
    const split = { partsFrom: [day(14)] };
    expect(where("trend", up(rising, split))).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
    const apart = { ...nhsEngland, trendAcrossParts: false };
    expect(where("trend", up(rising, { ...split, settings: apart }))).toEqual([]);
  });

  test("of fewer than 13 points are a run chart with a median, without limits, flags or verdict", () => {
    const found = up([...quiet, 80, 81, 90], { partsFrom: [day(14)] });
    expect(found.parts[1]).toMatchObject({ limitsStatus: "run chart", centre: 81, lpl: null, upl: null });
    expect(found.points.at(-1)).toMatchObject({ kind: "common cause", outside: null });
    expect(found.verdict).toBeNull();
    expect(found.assurance).toBeNull();
  });
});

describe("how many points are enough", () => {
  test.each([
    [12, "run chart"],
    [13, "early limits"],
    [19, "early limits"],
    [20, "firm limits"],
  ])("%i points give a chart with %s", (count, limitsStatus) => {
    expect(up(Array.from({ length: count }, (_, i) => 50 + (i % 3)))).toMatchObject({ limitsStatus });
  });

  test("none and one are answered as well", () => {
    expect(up([])).toMatchObject({ points: [], parts: [], last: null, verdict: null });
    expect(up([5])).toMatchObject({ verdict: null, parts: [{ centre: 5, lpl: null }] });
    expect(up([5], { settings: nhsrPlotTheDots })).toMatchObject({
      verdict: "sustained",
      parts: [{ centre: 5, lpl: null }],
    });
  });
});

describe("missing and left-out points", () => {
  test("a missing last value leaves the verdict with the last one there is, or not, as the settings say", () => {
    const values = [...quiet, 57, null];
    expect(up(values, baseline)).toMatchObject({ verdict: "improved", missing: 1, last: { on: day(14) } });
    expect(up(values, { ...baseline, settings: nhsrPlotTheDots }).verdict).toBe("sustained");
  });

  test("a left-out point stays in sight, and its neighbours join hands across it", () => {
    const rows = points([...quiet, 48, 49, 50, 500, 51, 52, 53, 54]).map((row) => ({
      ...row,
      leftOut: row.value === 500,
    }));
    const found = xmr(rows, { direction: "up", baselinePoints: 14 });
    expect(where("trend", found)).toEqual([14, 15, 16, 18, 19, 20, 21]);
    expect(found.points[17]).toMatchObject({ leftOut: true, kind: "common cause", signals: [], value: 500 });
    expect(found.parts[0]?.centre).toBe(50);
  });
});

describe("a goal", () => {
  const goal = (target: number, options: Partial<AnalysisOptions> = {}) => up(quiet, { target, ...options }).assurance;

  test("is hit, missed, or met by chance", () => {
    expect([goal(40), goal(50), goal(60)]).toEqual(["hits", "hit and miss", "misses"]);
    expect([goal(40, { direction: "down" }), goal(60, { direction: "down" })]).toEqual(["misses", "hits"]);
    expect(goal(40, { direction: "neither" })).toBeNull();
  });

  test("on a limit is beyond it for the NHS England tools, and not for the R package", () => {
    expect(goal(50 + 2.66 * 2)).toBe("misses");
    expect(goal(50 + 2.66 * 2, { settings: { ...nhsrPlotTheDots, screening: "none" } })).toBe("hit and miss");
  });

  test("reached every single time is a hit, also when nothing ever wanders", () => {
    expect(up(new Array(20).fill(100), { target: 100 })).toMatchObject({ assurance: "hits", verdict: "sustained" });
    expect(up(new Array(20).fill(100), { target: 100, settings: nhsrPlotTheDots }).assurance).toBe("hit and miss");
  });
});

test("where neither way is good, a change is neither good nor bad", () => {
  const found = xmr(points([...quiet, 60]), { direction: "neither", baselinePoints: 14 });
  expect(found).toMatchObject({ verdict: "changed", last: { kind: "neutral high" } });
});

test("huge and tiny values keep their limits", () => {
  expect(up(quiet.map((value) => value * 1e300)).parts[0]?.upl).toBeCloseTo(55.32e300, -291);
  expect((up(quiet.map((value) => value * 1e-300)).parts[0]?.upl ?? 0) * 1e300).toBeCloseTo(
    up(quiet).parts[0]?.upl ?? 0,
    9,
  );
});

describe("what no chart can be made of is refused in a sentence", () => {
  test.each([
    [
      "There are 2 values for 2026-01-01",
      [
        { on: day(0), value: 1 },
        { on: day(0), value: 2 },
      ],
    ],
    ["is not a date", [{ on: "1/1/2026", value: 1 }]],
    ["is not a number", [{ on: day(0), value: Number.NaN }]],
  ])("%s", (sentence, rows) => {
    expect(() => xmr(rows, { direction: "up" })).toThrow(sentence);
  });

  test("and so is a baseline of fewer than 12", () => {
    expect(() => up(quiet, { baselinePoints: 11 })).toThrow("12 points or more");
  });
});

test("r1 is near 1 for a slow drift and below 0 for a zigzag", () => {
  expect(up(Array.from({ length: 40 }, (_, i) => i)).r1).toBeGreaterThan(0.8);
  expect(up(Array.from({ length: 40 }, (_, i) => i % 2)).r1).toBeLessThan(-0.8);
  expect(up(new Array(20).fill(3)).r1).toBeNull();
});
