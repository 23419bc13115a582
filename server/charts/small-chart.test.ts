import { expect, test } from "vitest";
import { addDays } from "@/server/days";
import { analyse } from "./analyse";
import { smallChart } from "./small-chart";

const measure = {
  ...{ name: "Waits", unit: "minutes", decimals: 0, direction: "down" as const, rhythm: "day" as const },
  ...{ target: null, baselinePoints: null, leftOutOn: [] },
  ...{ preset: "NHS England tools" as const, chartKind: "XmR" as const },
};
const dayOf = (nth: number) => addDays("2024-01-01", nth);
const series = (count: number) =>
  Array.from({ length: count }, (_, nth) => {
    const value = 50 + ((nth * 7919) % 13) + (nth === count - 5 ? 90 : 0);
    return { on: dayOf(nth), value, contributed: 1, expected: 1 };
  });
const chartOf = (count: number, rebasedOn: string[] = []) => {
  const analysis = analyse({ ...measure, rebasedOn }, series(count));
  return { analysis, chart: smallChart(analysis, measure) };
};

test("a long series is drawn from its last points, judged among all, and a short one whole", () => {
  const { analysis, chart } = chartOf(400);
  expect(chart.points.map(({ value }) => value)).toEqual(analysis.points.slice(-120).map(({ value }) => value));
  expect(chart.points.at(-5)?.mark).toBe("worse");
  expect(chart.parts).toEqual([expect.objectContaining({ from: 0, to: 119, centre: analysis.parts[0]?.centre })]);
  expect(chartOf(119).chart.points).toHaveLength(119);
});

test("parts of a long series begin where they are seen, and those before are left out", () => {
  const edges = (rebased: number[]) => chartOf(400, rebased.map(dayOf)).chart.parts.map(({ from, to }) => [from, to]);
  expect(edges([100, 350])).toEqual([
    [0, 69],
    [70, 119],
  ]);
  expect(edges([100])).toEqual([[0, 119]]);
  expect(edges([280])).toEqual([[0, 119]]);
});

test("a series is analysed once for one definition, and anew for another", () => {
  const points = series(60);
  const of = { ...measure, rebasedOn: [] };
  expect(analyse({ ...of }, points)).toBe(analyse({ ...of }, points));
  expect(analyse({ ...of, direction: "up" }, points).direction).toBe("up");
  expect(analyse({ ...of, rebasedOn: [dayOf(30)] }, points).parts).toHaveLength(2);
  expect(analyse(of, [...points]).parts).toHaveLength(1);
});
