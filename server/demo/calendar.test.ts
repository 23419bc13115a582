import { expect, test } from "vitest";
import { calendarFor } from "./calendar";

test("the world's Monday becomes the Monday of this week in London", () => {
  const shifts = { "2026-05-11T00:00Z": 0, "2026-05-17T22:59Z": 0, "2026-05-17T23:01Z": 1, "2026-11-23T09:00Z": 28 };
  for (const [now, weeks] of Object.entries(shifts)) expect(calendarFor(new Date(now)).weeksLater, now).toBe(weeks);
  expect(calendarFor(new Date("2026-11-26T12:00Z")).day("2026-05-11")).toBe("2026-11-23");
  expect(calendarFor(new Date("2026-05-04T12:00Z")).day("2026-05-11")).toBe("2026-05-04");
});

test("a moment stays at its hour on London's clock, in summer and in winter", () => {
  expect(calendarFor(new Date("2026-05-11T12:00Z")).instant("2026-05-05 14:12")).toBe("2026-05-05T13:12:00.000Z");
  expect(calendarFor(new Date("2026-11-23T12:00Z")).instant("2026-05-05 14:12")).toBe("2026-11-17T14:12:00.000Z");
});

test("days in a text are moved and said in words", () => {
  const calendar = calendarFor(new Date("2026-11-23T12:00Z"));
  expect(calendar.replaceDates("Until {2026-07-31}, then {2026-05-11}.")).toBe(
    "Until 12 February 2027, then 23 November 2026.",
  );
});
