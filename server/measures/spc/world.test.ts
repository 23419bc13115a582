import { describe, expect, test } from "vitest";
import { seriesPoints } from "@/server/demo/series";
import { seriesPlans } from "@/server/demo/series-plans/all";
import { xmr } from "./xmr";

/** An analyst's reading of each demo series: its last point, and its goal relative to the limits. */
const expected: Record<string, string> = {
  E01: "improved, misses",
  E02: "deteriorated, hit and miss",
  E03: "improved, hit and miss",
  E04: "sustained, misses",
  E05: "sustained, hit and miss",
  E06: "deteriorated, hit and miss",
  E07: "improved, hit and miss",
  E08: "improved, hit and miss",
  E08b: "sustained, hit and miss",
  E09: "improved, hit and miss",
  E10: "improved, hit and miss",
  E12: "sustained, hit and miss",
  E13: "improved, hit and miss",
  E13b: "deteriorated, hit and miss",
  E14: "improved, hit and miss",
  E16: "improved, hit and miss",
  E17: "sustained, misses",
  E18: "improved, hit and miss",
  E19: "deteriorated, hit and miss",
  E21: "sustained, hit and miss",
  E22: "improved, hit and miss",
  E22b: "deteriorated, hit and miss",
};

function analyse(key: string) {
  const plan = seriesPlans.find((one) => one.key === key);
  if (!plan) throw new Error(`No series ${key}`);
  return xmr(
    seriesPoints(plan).map((point) => ({ on: point.startsOn, value: point.value })),
    { direction: plan.direction, target: plan.target, baselinePoints: plan.baseline },
  );
}

const lastTen = (key: string) => analyse(key).points.slice(-10);

describe("the verdicts of the demo world", () => {
  test("cover every series", () => {
    expect(seriesPlans.map((plan) => plan.key)).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))("%s: %s", (key, verdict) => {
    const found = analyse(key);
    expect(`${found.verdict}, ${found.assurance}`).toBe(verdict);
  });

  test("E08b is sustained by its last point, though 8 of the last 10 are flagged low", () => {
    expect(lastTen("E08b").filter((point) => point.signal?.side === "low")).toHaveLength(8);
  });

  test("E21 is sustained, though 7 of the last 10 are flagged better", () => {
    expect(lastTen("E21").filter((point) => point.kind === "improvement")).toHaveLength(7);
  });

  test("E14 has an odd run before anything was tried, weeks 3 to 11", () => {
    const flagged = analyse("E14")
      .points.slice(0, 24)
      .flatMap((point, i) => (point.signal ? [i + 1] : []));
    expect(flagged).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test("E17 rose after its step, and the rise faded", () => {
    const { points } = analyse("E17");
    expect(points.slice(22, 37).every((point) => point.kind === "improvement")).toBe(true);
    expect(points.slice(-6).every((point) => point.kind === "common cause")).toBe(true);
  });
});
