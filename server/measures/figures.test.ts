import { describe, expect, test } from "vitest";
import { amount, amountIn, inPeriod, limitDecimals, naturalBounds, periodTick } from "./figures";

test("figures carry their unit, in the singular for one", () => {
  const in_ = (unit: string) => ({ unit, decimals: 0 });
  expect(amount(24, in_("minutes"))).toBe("24 minutes");
  expect(amount(54, in_("%"))).toBe("54%");
  expect(amount(1, in_("days"))).toBe("1 day");
  expect(amount(1, in_("beds a day"))).toBe("1 bed a day");
  expect(amount(1, in_("people"))).toBe("1 person");
  expect(amount(1234, in_(""))).toBe("1,234");
});

test("the period is not said twice", () => {
  expect(amountIn(47, { unit: "a week", decimals: 0, rhythm: "week" })).toBe("47");
  expect(amountIn(47, { unit: "calls per month", decimals: 0, rhythm: "month" })).toBe("47 calls");
  expect(amountIn(19, { unit: "beds a day", decimals: 0, rhythm: "week" })).toBe("19 beds a day");
});

test("periods are named by what people call them, from their first day", () => {
  expect(inPeriod("2026-03-30", "week")).toBe("in the week to 5 April 2026");
  expect(inPeriod("2026-04-01", "month")).toBe("in April 2026");
  expect(inPeriod("2026-04-05", "day")).toBe("on 5 April 2026");
  expect(periodTick("2025-12-29", "week")).toEqual({ short: "4 January", year: "2026" });
  expect(periodTick("2026-04-01", "month")).toEqual({ short: "April", year: "2026" });
});

test("limits close together are shown with one decimal more", () => {
  expect(limitDecimals({ decimals: 0 }, 37, 74)).toBe(0);
  expect(limitDecimals({ decimals: 0 }, 4.2, 14)).toBe(1);
});

describe("the bounds of what is drawn", () => {
  test("are 0 and 100 for percentages, 0 for what is never negative", () => {
    expect(naturalBounds("%", [3, 100, null])).toEqual({ least: 0, most: 100 });
    expect(naturalBounds("days", [3, 0])).toEqual({ least: 0, most: null });
  });

  test("are none where the data says otherwise", () => {
    expect(naturalBounds("%", [-3, 140])).toEqual({ least: null, most: null });
  });
});
