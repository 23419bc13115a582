import { expect, test } from "vitest";
import { limitsOf, processLimits } from "./process-limits";
import { nhsEngland, nhsrPlotTheDots } from "./settings";

test("limits lie 2.66 mean moving ranges either side of the mean", () => {
  const limits = processLimits([10, 12, 11, 14, 9]);
  expect(limits.mean).toBeCloseTo(11.2, 12);
  expect(limits.lpl).toBeCloseTo(3.885, 12);
  expect(limits.upl).toBeCloseTo(18.515, 12);
  expect(limits.nearUpl - limits.mean).toBeCloseTo(((limits.upl - limits.mean) * 2) / 3, 12);
});

test("fewer than 2 values, or one that is not finite, give no limits", () => {
  expect(() => processLimits([4])).toThrow(RangeError);
  expect(() => processLimits([4, Number.NaN])).toThrow(RangeError);
  expect(() => processLimits([4, Number.POSITIVE_INFINITY])).toThrow(RangeError);
});

test("a missing value loses both its ranges", () => {
  // Ranges 2 and 4; with 10 and 20 joined across the gap there would be a third.
  expect(limitsOf([8, 10, null, 20, 24], nhsEngland)?.upl).toBeCloseTo(15.5 + 2.66 * 3, 12);
});

test("screening leaves out a range of 3.267 times the average or more, once", () => {
  const values = [5, 6, 5, 6, 5, 30, 31, 30, 31, 30, 31, 30];
  const screened = limitsOf(values, nhsrPlotTheDots);
  expect((screened?.upl ?? 0) - (screened?.mean ?? 0)).toBeCloseTo(2.66, 12);
  const unscreened = limitsOf(values, nhsEngland);
  expect((unscreened?.upl ?? 0) - (unscreened?.mean ?? 0)).toBeCloseTo((2.66 * 35) / 11, 12);
});

test("a range of exactly 3.267 times the average is left out", () => {
  // Ranges 244, 244, 245 and 3,267: their average is 1,000.
  const screened = limitsOf([0, 244, 0, 245, 3512], nhsrPlotTheDots);
  expect((screened?.upl ?? 0) - (screened?.mean ?? 0)).toBeCloseTo((2.66 * 733) / 3, 9);
});

test("values that never differ have their limits on the mean, where the settings do not want none", () => {
  const constant = new Array(20).fill(0.95);
  expect(limitsOf(constant, nhsEngland)).toMatchObject({ mean: 0.95, lpl: 0.95, upl: 0.95 });
  expect(limitsOf(constant, nhsrPlotTheDots)).toBeNull();
});

test("one value alone has no limits", () => {
  expect(limitsOf([7], nhsEngland)).toBeNull();
  expect(limitsOf([7, null, 8], nhsEngland)).toBeNull();
});
