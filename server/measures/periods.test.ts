import { expect, test } from "vitest";
import { lastDayOf, lastWholePeriod, periodAfter, periodOf, periodToLog, problemWithPeriod } from "./periods";

test("a week starts on Monday, a month on the 1st, a day is itself", () => {
  expect(periodOf("2026-05-17", "week")).toBe("2026-05-11");
  expect(periodOf("2026-05-11", "week")).toBe("2026-05-11");
  expect(periodOf("2027-01-01", "week")).toBe("2026-12-28");
  expect(periodOf("2028-02-29", "month")).toBe("2028-02-01");
  expect(periodOf("2026-05-17", "day")).toBe("2026-05-17");
});

test("periods follow each other over the ends of months, years and summer time", () => {
  expect(periodAfter("2026-12-01", "month")).toBe("2027-01-01");
  expect(periodAfter("2026-01-01", "month", -1)).toBe("2025-12-01");
  expect(periodAfter("2026-03-23", "week")).toBe("2026-03-30"); // the clocks change on 29 March
  expect(periodAfter("2028-02-28", "day")).toBe("2028-02-29");
  expect(lastDayOf("2028-02-01", "month")).toBe("2028-02-29");
  expect(lastDayOf("2026-05-11", "week")).toBe("2026-05-17");
});

test("what has not begun, or begins on the wrong day, is refused with a sentence", () => {
  const today = "2026-05-13";
  expect(problemWithPeriod("2026-05-11", "week", today)).toBeNull();
  expect(problemWithPeriod("2026-05-13", "day", today)).toBeNull();
  expect(problemWithPeriod("2026-05-18", "week", today)).toBe("The week to 24 May 2026 has not begun yet.");
  expect(problemWithPeriod("2026-05-14", "day", today)).toBe("14 May 2026 has not begun yet.");
  expect(problemWithPeriod("2026-06-01", "month", today)).toBe("June 2026 has not begun yet.");
  expect(problemWithPeriod("2026-05-12", "week", today)).toBe(
    "Weeks start on a Monday, and Tuesday 12 May 2026 is not one.",
  );
  expect(problemWithPeriod("2026-05-02", "month", today)).toBe("Months start on the 1st, and 2 May 2026 does not.");
  expect(problemWithPeriod("0001-01-01", "month", today)).toBe("Choose a day after 1900.");
});

test("the period offered first is the newest that is over and open, then the one under way", () => {
  const lastWhole = lastWholePeriod("2026-05-13", "week");
  expect(lastWhole).toBe("2026-05-04");
  const offered = ["2026-05-11", "2026-05-04", "2026-04-27", "2026-04-20"];
  expect(periodToLog(offered, new Set(), lastWhole)).toBe("2026-05-04");
  expect(periodToLog(offered, new Set(["2026-04-20"]), lastWhole)).toBe("2026-05-04");
  expect(periodToLog(offered, new Set(["2026-05-04"]), lastWhole)).toBe("2026-05-11");
  expect(periodToLog(offered, new Set(["2026-05-11", "2026-05-04"]), lastWhole)).toBe("2026-04-27");
  expect(periodToLog(offered, new Set(offered), lastWhole)).toBe("2026-05-11");
});
