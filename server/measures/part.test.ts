import { expect, test } from "vitest";
import { partInWords, problemsWithPart } from "./part";

test("a percentage is a part of a whole that is there", () => {
  const problem = (numerator?: number, denominator?: number) =>
    problemsWithPart("percentage", { numerator, denominator });
  expect(problem(0, 12)).toEqual({});
  expect(problem(12, 12)).toEqual({});
  expect(problem(13, 12)).toEqual({ numerator: "Enter 12 or fewer: it is a part of 12" });
  expect(problem(0, 0)).toEqual({ denominator: "Enter more than 0. Leave the period out if there was nobody" });
  expect(problem(-1, 12)).toEqual({ numerator: "Enter 0 or more" });
  expect(Object.keys(problem())).toEqual(["numerator", "denominator"]);
  expect(problemsWithPart("percentage", { value: 54 })).toHaveProperty("numerator");
});

test("a ratio may be above 1, a count is never below 0, a value may be", () => {
  expect(problemsWithPart("ratio", { numerator: 3, denominator: 2 })).toEqual({});
  expect(problemsWithPart("count", { value: -1 })).toEqual({ value: "Enter 0 or more" });
  expect(problemsWithPart("value", { value: -1 })).toEqual({});
  expect(problemsWithPart("value", { value: 1, numerator: 1 })).toHaveProperty("value");
  expect(problemsWithPart("count", {})).toHaveProperty("value");
  expect(problemsWithPart("count", { value: 1e12 })).toEqual({ value: "Enter a smaller number" });
});

test("a part is said as it was typed", () => {
  const measure = { unit: "%", decimals: 0 };
  expect(partInWords({ value: null, numerator: 1181, denominator: 8789 }, measure)).toBe("1,181 of 8,789");
  expect(partInWords({ value: 12.5, numerator: null, denominator: null }, { unit: "hours", decimals: 0 })).toBe(
    "12.5 hours",
  );
});
