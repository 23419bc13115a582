import { expect, test } from "vitest";
import { dayFromParts, dayShown, partsFromDay, problemWithDay } from "./date-parts";

const day = (day: string, month: string, year: string) => dayFromParts({ day, month, year });

test("three boxes give one day", () => {
  expect(day("6", "8", "2026")).toBe("2026-08-06");
  expect(day(" 06", "08 ", "2026")).toBe("2026-08-06");
  expect(day("13", "Sep", "2027")).toBe("2027-09-13");
  expect(day("13", "september", "2027")).toBe("2027-09-13");
  expect(partsFromDay("2026-08-06")).toEqual({ day: "6", month: "8", year: "2026" });
  expect(dayShown("2026-08-06")).toBe("6 August 2026");
});

test("empty boxes give nothing, and that is for the schema to judge", () => {
  expect(day("", " ", "")).toBeUndefined();
  expect(problemWithDay(undefined)).toBeUndefined();
  expect(partsFromDay(undefined)).toEqual({ day: "", month: "", year: "" });
});

test("what is missing or impossible is named", () => {
  expect(problemWithDay(day("6", "", "2026"))).toBe("The date must include a month");
  expect(problemWithDay(day("", "", "2026"))).toBe("The date must include a day and a month");
  expect(problemWithDay(day("6", "8", "26"))).toBe("The year must have 4 numbers, like 2027");
  expect(problemWithDay(day("30", "2", "2027"))).toBe("The date must be a real date, like 13 9 2027");
  expect(problemWithDay(day("6", "13", "2027"))).toBe("The date must be a real date, like 13 9 2027");
  expect(problemWithDay(day("6", "ma", "2027"))).toBe("The date must be a real date, like 13 9 2027");
  expect(problemWithDay(day("29", "2", "2028"))).toBeUndefined();
});

test("stray marks are ignored", () => {
  expect(day("6-", "/8", "2026\u200b")).toBe("2026-08-06");
});
