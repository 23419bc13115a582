import fc from "fast-check";
import { expect, test } from "vitest";
import type { Part } from "./part";
import { hidesTotal, isSmallPart } from "./small-numbers";

const count = (value: number): Part => ({ value, numerator: null, denominator: null });
const divided = (numerator: number, denominator: number): Part => ({ value: null, numerator, denominator });
const counts = (...values: number[]) => hidesTotal("count", values.map(count));

test("1 to 7 are small; 0 and 8 are not", () => {
  expect([0, 1, 7, 8].map((value) => isSmallPart("count", count(value)))).toEqual([false, true, true, false]);
});

test("a percentage is hidden for those it counts, those it leaves over, and everyone together", () => {
  expect(isSmallPart("percentage", divided(20, 100))).toBe(false);
  expect(isSmallPart("percentage", divided(0, 100))).toBe(false);
  expect(isSmallPart("percentage", divided(3, 100))).toBe(true);
  expect(isSmallPart("percentage", divided(97, 100))).toBe(true);
  expect(isSmallPart("percentage", divided(0, 5))).toBe(true);
  // The remainder of a ratio counts nobody: 95 minutes for 100 calls
  expect(isSmallPart("ratio", divided(95, 100))).toBe(false);
  expect(isSmallPart("ratio", divided(95, 3))).toBe(true);
});

test("of two contributors each knows the other's, so one small part hides the total", () => {
  expect(counts(40, 60)).toBe(false);
  expect(counts(40, 3)).toBe(true);
  expect(counts(5, 6)).toBe(true);
  expect(counts(0, 40)).toBe(false);
  expect(hidesTotal("percentage", [divided(20, 40), divided(3, 50)])).toBe(true);
  expect(hidesTotal("percentage", [divided(20, 40), divided(48, 50)])).toBe(true);
});

test("small parts are shown as a total only where they are lost among each other", () => {
  expect(counts(40, 5, 6, 7)).toBe(true); // somebody who works for the last two can calculate the first
  expect(counts(40, 5, 6, 7, 7)).toBe(false);
  expect(counts(1, 1, 1, 1, 1, 1)).toBe(true);
  expect(counts()).toBe(false);
});

const parts = fc.array(
  fc
    .record({ numerator: fc.nat(30), over: fc.nat(30) })
    .map(({ numerator, over }) => divided(numerator, numerator + over)),
  { minLength: 1, maxLength: 8 },
);
const columns = {
  percentage: [
    (part: Part) => part.numerator ?? 0,
    (part: Part) => part.denominator ?? 0,
    (part: Part) => (part.denominator ?? 0) - (part.numerator ?? 0),
  ],
  ratio: [(part: Part) => part.numerator ?? 0, (part: Part) => part.denominator ?? 0],
  count: [(part: Part) => part.value ?? 0],
} as const;
const total = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0);

test("a total that is shown gives nobody away, whichever two contributors a person works for and whatever else they see", () => {
  const anything = fc.oneof(
    parts.map((some) => ({ counting: "percentage" as const, some })),
    parts.map((some) => ({ counting: "ratio" as const, some })),
    fc
      .array(fc.nat(40).map(count), { minLength: 1, maxLength: 8 })
      .map((some) => ({ counting: "count" as const, some })),
  );
  let shown = 0;
  fc.assert(
    fc.property(anything, fc.nat(7), fc.nat(7), ({ counting, some }, one, two) => {
      if (hidesTotal(counting, some)) return;
      shown += 1;
      const unknown = some.filter((part, at) => at !== one && at !== two && isSmallPart(counting, part));
      for (const figure of columns[counting]) {
        // What can be calculated: the total minus the known parts
        const left = total(unknown.map(figure));
        expect(left === 0 || left > 7).toBe(true);
        const small = unknown.filter((part) => figure(part) > 0 && figure(part) < 8);
        if (small.length > 0) expect(small.length).toBeGreaterThan(1);
      }
    }),
    { numRuns: 3_000 },
  );
  expect(shown).toBeGreaterThan(100);
});

test("the order of the parts does not matter, and a contributor with nobody changes nothing", () => {
  fc.assert(
    fc.property(parts, (some) => {
      const before = hidesTotal("percentage", some);
      expect(hidesTotal("percentage", some.toReversed())).toBe(before);
      expect(hidesTotal("percentage", [...some, divided(0, 0)])).toBe(before);
    }),
  );
});
