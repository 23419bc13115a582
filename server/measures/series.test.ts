import { expect, test } from "vitest";
import { incompleteInWords, type PartSum, systemSeries, systemValue } from "./series";

const sum = (periodOn: string, contributed: number, numerator: number, denominator: number): PartSum => ({
  periodOn,
  contributed,
  value: null,
  numerator,
  denominator,
});
const percentage = { counting: "percentage", rhythm: "month", chartKind: "XmR" } as const;
const always = { fromOn: null, endsOn: null };

test("the system's value is the sum over the sum, not the mean of percentages", () => {
  // 10 of 20 and 90 of 100: the mean of 50% and 90% would be 70
  const part = { value: null, numerator: 10 + 90, denominator: 20 + 100 };
  expect(systemValue("percentage", part)).toBeCloseTo(83.333, 3);
  expect(systemValue("ratio", part)).toBeCloseTo(0.8333, 4);
  expect(systemValue("count", { value: 47, numerator: null, denominator: null })).toBe(47);
  expect(systemValue("percentage", { value: null, numerator: 682, denominator: 1000 })).toBe(68.2);
});

test("a period is complete when all who contribute have, and has no value before", () => {
  const points = systemSeries(
    percentage,
    [always, always],
    [sum("2026-01-01", 2, 3, 4), sum("2026-02-01", 1, 1, 4), sum("2026-04-01", 2, 1, 4)],
  );
  expect(points).toEqual([
    { on: "2026-01-01", value: 75, contributed: 2, expected: 2 },
    { on: "2026-02-01", value: null, contributed: 1, expected: 2 },
    { on: "2026-03-01", value: null, contributed: 0, expected: 2 },
    { on: "2026-04-01", value: 25, contributed: 2, expected: 2 },
  ]);
});

test("only those who contribute on the period's first day are waited for", () => {
  const closed = { fromOn: null, endsOn: "2026-01-31" };
  const joined = { fromOn: "2026-02-15", endsOn: null };
  const sums = ["2026-01-01", "2026-02-01", "2026-03-01"].map((on, i) => sum(on, [2, 1, 2][i] ?? 0, 1, 2));
  expect(systemSeries(percentage, [always, closed, joined], sums).map((point) => point.expected)).toEqual([2, 1, 2]);
});

test("no part at all makes no series", () => {
  expect(systemSeries(percentage, [always], [])).toEqual([]);
});

test("what is missing is said as a count of contributors, never by their names", () => {
  const points = systemSeries(
    percentage,
    [always, always, always, always],
    [sum("2026-01-01", 3, 1, 2), sum("2026-02-01", 4, 1, 2), sum("2026-03-01", 1, 1, 2)],
  );
  expect(incompleteInWords(points, "month")).toEqual([
    "1 of 4 has contributed in March 2026, so it is not drawn yet.",
    "1 earlier month is not complete either.",
  ]);
  expect(incompleteInWords(points.slice(1, 2), "month")).toEqual([]);
});
