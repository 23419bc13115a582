import { expect, test } from "vitest";
import { figuresOf, median, percentile, ratioOf, type Slice } from "./figures";

const slice = (p50: number, more: Partial<Slice> = {}): Slice => ({
  ...{ p50, p95: 2 * p50, perSecond: 1_000 / p50, requests: 100, cpu: 10 * p50, databaseCpu: null, statements: 700 },
  ...more,
});

test.each([
  [50, 3],
  [95, 5],
  [20, 1],
  [21, 2],
  [100, 5],
])("the %ith of a hundred of 1 to 5 is %i, in whatever order they come", (hundredths, value) => {
  expect(percentile([5, 3, 1, 4, 2], hundredths)).toBe(value);
});

test("the median is the middle one, or between the middle two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 3])).toBe(4);
});

test("one slow round does not count, and processor time is that of all requests", () => {
  const slices = [slice(10), slice(12), slice(900, { requests: 1, cpu: 30 })];
  expect(figuresOf(slices)).toEqual({
    p50: 12,
    p95: 24,
    perSecond: 1_000 / 12,
    cpu: (100 + 120 + 30) / 201,
    databaseCpu: null,
    statements: 2_100 / 201,
  });
});

test("ours is held against theirs of the same round", () => {
  const ours = [slice(10), slice(200), slice(30)]; // the machine was busy in the second
  const theirs = [slice(1, { databaseCpu: 0 }), slice(20), slice(2)];
  const ratio = ratioOf(ours, theirs);
  expect(ratio).toMatchObject({ p50: 10, p95: 10, databaseCpu: null });
  expect(ratio.perSecond).toBeCloseTo(0.1);
  expect(ratio.cpu).toBeCloseTo(240 / 23);
});
