import fc from "fast-check";
import { expect, test } from "vitest";
import { morningOf, nextDaytime } from "./daytime";

const at = (moment: string) => nextDaytime(new Date(moment)).toISOString();

test("by day now; by night at 7am in London, in summer and in winter", () => {
  expect(at("2027-01-04T07:00:00Z")).toBe("2027-01-04T07:00:00.000Z");
  expect(at("2027-01-04T19:59:59Z")).toBe("2027-01-04T19:59:59.000Z");
  expect(at("2027-01-04T20:00:00Z")).toBe("2027-01-05T07:00:00.000Z");
  expect(at("2027-01-04T06:59:59Z")).toBe("2027-01-04T07:00:00.000Z");
  expect(at("2027-07-01T06:00:00Z")).toBe("2027-07-01T06:00:00.000Z");
  expect(at("2027-07-01T19:00:00Z")).toBe("2027-07-02T06:00:00.000Z");
});

test("in the nights when the clocks change it is 7am by the new clock", () => {
  expect(at("2027-03-27T22:00:00Z")).toBe("2027-03-28T06:00:00.000Z");
  expect(at("2027-03-28T00:30:00Z")).toBe("2027-03-28T06:00:00.000Z");
  expect(at("2027-10-30T22:00:00Z")).toBe("2027-10-31T07:00:00.000Z");
  expect(morningOf("2027-10-31").toISOString()).toBe("2027-10-31T07:00:00.000Z");
});

test("never back in time, never more than 12 hours on, and a waking moment stays as it is", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (now) => {
      const waking = nextDaytime(now);
      const hours = (waking.getTime() - now.getTime()) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(0);
      expect(hours).toBeLessThanOrEqual(12);
      expect(nextDaytime(waking)).toEqual(waking);
    }),
  );
});
