import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  eachDay,
  endOfLondonDay,
  isDay,
  londonDay,
  londonInstant,
  startOfWeek,
} from "./days";

const day = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays("2026-05-11", count));

test("days are counted across the change of the clocks", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(daysBetween("2026-08-06", "2026-08-06")).toBe(0);
  expect(daysBetween("2026-08-06", "2026-08-01")).toBe(-5);
});

test("a moment belongs to London's day, in summer and in winter", () => {
  expect(londonDay("2026-07-31T23:30:00Z")).toBe("2026-08-01");
  expect(londonDay("2026-12-31T23:30:00Z")).toBe("2026-12-31");
  expect(londonDay(new Date("2026-12-31T00:00:00Z"))).toBe("2026-12-31");
});

test("a day ends at midnight in London: 23:00 in UTC in summer, 24:00 in winter", () => {
  expect(endOfLondonDay("2026-08-06")).toBe("2026-08-06T23:00:00.000000Z");
  expect(endOfLondonDay("2026-12-06")).toBe("2026-12-07T00:00:00.000000Z");
  expect(endOfLondonDay("2026-03-28")).toBe("2026-03-29T00:00:00.000000Z");
  expect(endOfLondonDay("2026-03-29")).toBe("2026-03-29T23:00:00.000000Z");
  expect(endOfLondonDay("2026-10-24")).toBe("2026-10-24T23:00:00.000000Z");
  expect(endOfLondonDay("2026-10-25")).toBe("2026-10-26T00:00:00.000000Z");
  expect(londonInstant("2026-08-06", "16:20").toISOString()).toBe("2026-08-06T15:20:00.000Z");
});

test("a month later is the same day, or the last of a shorter month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  expect(addMonths("2026-03-01", -1)).toBe("2026-02-01");
});

test("what is no day is refused, not guessed", () => {
  for (const text of ["2026-02-30", "2026-13-01", "", "2026-5-1", "2026-05"]) {
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
  }
});

test("adding and counting days agree, and weeks start on Mondays", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -800, max: 800 }), (from, count) => {
      const to = addDays(from, count);
      expect(daysBetween(from, to)).toBe(count);
      expect(londonDay(new Date(`${from}T12:00:00Z`))).toBe(from);
      expect(eachDay(from, to)).toHaveLength(Math.max(0, count + 1));
      expect(new Date(startOfWeek(from)).getUTCDay()).toBe(1);
      expect([0, 1, 2, 3, 4, 5, 6]).toContain(daysBetween(startOfWeek(from), from));
    }),
  );
});
