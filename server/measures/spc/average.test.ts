import { describe, expect, test } from "vitest";
import { mean, median, sum } from "./average";

describe("a mean", () => {
  test("of a constant series is that constant, however often it stands there", () => {
    for (const value of [0.1, 0.7, 0.95, 1 / 3, 99.9]) {
      for (let count = 1; count < 60; count++) expect(mean(new Array(count).fill(value))).toBe(value);
    }
  });

  test("is not fooled by large values that cancel, as a plain sum is", () => {
    const values = [1, 1e100, 1, -1e100];
    expect(values.reduce((a, b) => a + b, 0)).toBe(0);
    expect(sum(values)).toBe(2);
  });

  test("of the largest numbers does not overflow", () => {
    expect(mean([1.7e308, 1.7e308, 1.6e308]) / 5e307).toBeCloseTo(10 / 3, 12);
  });

  test("of nothing is not a number", () => {
    expect(mean([])).toBeNaN();
    expect(median([])).toBeNaN();
  });
});

test("a median is the middle, or halfway between the two in the middle", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
});
