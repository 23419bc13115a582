import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween } from "@/server/days";
import { DAYS_ARE_OVER } from "@/server/text";
import { BEGINS_TODAY_OR_LATER, LONGEST_MONTHS, lastDayAllowed, whyNotPeriod } from "./period";

const limits = { today: "2027-01-04", longestMonths: 12 };

test("I4: a permission begins today or later", () => {
  expect(whyNotPeriod({ fromOn: "2027-01-03", endsOn: "2027-02-01" }, limits)).toEqual({
    fromOn: BEGINS_TODAY_OR_LATER,
  });
  expect(whyNotPeriod({ fromOn: "2027-01-04", endsOn: "2027-01-04" }, limits)).toBeNull();
  expect(whyNotPeriod({ fromOn: "2026-12-01", endsOn: "2027-01-03" }, limits)).toEqual({ endsOn: DAYS_ARE_OVER });
  expect(whyNotPeriod({ fromOn: null, endsOn: undefined }, limits)).toBeNull();
});

test.each([
  ["2027-01-31", 12, "2028-01-30"],
  ["2028-02-29", 12, "2029-02-27"], // the day before 28 February, the month's last
  ["2027-02-28", 12, "2028-02-27"],
  ["2027-03-01", 12, "2028-02-29"],
  ["2027-01-31", 1, "2027-02-27"],
])("I4: from %s for %d months the last day is %s", (fromOn, longestMonths, last) => {
  const on = (endsOn: string) => whyNotPeriod({ fromOn, endsOn }, { today: fromOn, longestMonths });
  expect(lastDayAllowed(fromOn, longestMonths)).toBe(last);
  expect(on(last)).toBeNull();
  expect(on(addDays(last, 1))).toEqual({ endsOn: expect.stringContaining("lasts at most") });
});

test("I4: a permission lasts at most 12 calendar months, over month ends and leap years", () => {
  const days = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays("2027-01-01", count));
  const months = fc.integer({ min: 1, max: LONGEST_MONTHS });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 400 }), months, (fromOn, length, longestMonths) => {
      const endsOn = addDays(fromOn, length);
      const refused = whyNotPeriod({ fromOn, endsOn }, { today: fromOn, longestMonths }) !== null;
      expect(refused).toBe(endsOn >= addMonths(fromOn, longestMonths));
      if (!refused) expect(daysBetween(fromOn, endsOn)).toBeLessThan(366);
    }),
  );
});
