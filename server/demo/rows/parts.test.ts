import { expect, test } from "vitest";
import { quillshire } from "../quillshire/world";
import { saltholm } from "../saltholm/world";
import { contributionsTo } from "./parts";

test("what the organisations bring makes exactly the system's value, for every value of the world", () => {
  const measures = [quillshire, saltholm].flatMap((world) => Object.values(world.measures));
  let checked = 0;
  for (const measure of measures) {
    measure.points.values.forEach((value, week) => {
      const parts = contributionsTo(measure, value, week);
      expect(parts.map((part) => part.organisation)).toEqual(measure.contributors.map(({ from }) => from));
      const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
      const whole = sum((part) => ("denominator" in part ? part.denominator : 0));
      const brought = sum((part) => ("numerator" in part ? part.numerator : part.value));
      expect(measure.counting === "percentage" ? (100 * brought) / whole : brought, measure.name).toBe(value);
      expect(
        Math.min(...parts.map((part) => ("numerator" in part ? part.numerator : part.value))),
      ).toBeGreaterThanOrEqual(0);
      checked += 1;
    });
  }
  expect(checked).toBeGreaterThan(800);
});
