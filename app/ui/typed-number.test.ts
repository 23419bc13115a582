import { expect, test } from "vitest";
import { problemWithNumber, typedNumber } from "./typed-number";

test("numbers are read as people type and paste them", () => {
  expect(typedNumber("24")).toBe(24);
  expect(typedNumber(" 1,234.5 ")).toBe(1234.5);
  expect(typedNumber("1\u00a0234")).toBe(1234);
  expect(typedNumber("\u200b.5")).toBe(0.5);
  expect(typedNumber("\u22123")).toBe(-3);
  expect(typedNumber(7)).toBe(7);
});

test("nothing typed is nothing, not 0", () => {
  expect(typedNumber("")).toBeUndefined();
  expect(typedNumber("  ")).toBeUndefined();
  expect(typedNumber(null)).toBeUndefined();
  expect(typedNumber(Number.NaN)).toBeUndefined();
});

test("what is not a number stays as it was typed, and is said", () => {
  for (const typed of ["about 12", "12%", "1,2,3", "12,5", "1e3", "0x10", "-"]) {
    expect(typedNumber(typed)).toBe(typed);
    expect(problemWithNumber(typedNumber(typed))).toBe("Enter a number in figures, like 12 or 12.5");
  }
  expect(problemWithNumber(12)).toBeUndefined();
  expect(problemWithNumber(undefined)).toBeUndefined();
});
