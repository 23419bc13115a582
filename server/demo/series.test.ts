import { expect, test } from "vitest";
import { seriesPoints } from "./series";
import { seriesPlans } from "./series-plans/all";

const plan = (key: string) => {
  const found = seriesPlans.find((one) => one.key === key);
  if (!found) throw new Error(`No series ${key}`);
  return found;
};

test("a point is mean, plus wander, plus every step begun", () => {
  const points = seriesPoints(plan("E01"));
  // Noise 6 of the list is -1.2: 54 - 6; week 28 adds its step of 10 to noise 33 (0.9).
  expect(points[0]?.value).toBe(48);
  expect(points[27]?.value).toBe(Math.round(54 + 5 * 0.9 + 10));
});

test("a series ends in its own last week, and its weeks run Monday to Sunday", () => {
  const points = seriesPoints(plan("E02"));
  expect(points).toHaveLength(34);
  expect(points.at(-1)).toMatchObject({ week: 34, startsOn: "2026-03-23", endsOn: "2026-03-29" });
  expect(new Date(points[0]?.startsOn ?? "").getUTCDay()).toBe(1);
});

test("shifting the world moves dates by whole weeks and leaves values alone", () => {
  const [usual, later] = [seriesPoints(plan("E08")), seriesPoints(plan("E08"), 28)];
  expect(later.map((point) => point.value)).toEqual(usual.map((point) => point.value));
  expect(later.at(-1)?.endsOn).toBe("2026-11-22");
});

test("values have the decimals their measure is written with", () => {
  for (const one of seriesPlans) {
    for (const { value } of seriesPoints(one)) expect(Number(value.toFixed(one.decimals))).toBe(value);
  }
});
