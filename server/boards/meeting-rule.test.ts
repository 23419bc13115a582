import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MeetingRule, weekdays, weeksOfMonth } from "@/db/vocabulary";
import { addDays, daysBetween } from "@/server/days";
import { meetingDays, meetingRuleInWords, nextMeetingOn, weekdayOf } from "./meeting-rule";

const hours = { startTime: "14:00", endTime: "16:00" };
const secondThursday: MeetingRule = { frequency: "every month", week: "second", weekday: "Thursday", ...hours };
const lastFriday: MeetingRule = { ...secondThursday, week: "last", weekday: "Friday" };
const everySecondTuesday: MeetingRule = {
  frequency: "every second week",
  weekday: "Tuesday",
  countedFrom: "2026-05-19",
  startTime: "08:30",
  endTime: "12:00",
};
const everyMonday: MeetingRule = { frequency: "every week", weekday: "Monday", ...hours };

describe("the next meeting", () => {
  test.each([
    ["two days before it", secondThursday, "2026-11-10", "2026-11-12"],
    ["on its day, which is not over yet", secondThursday, "2026-11-12", "2026-11-12"],
    ["the day after: next month's", secondThursday, "2026-11-13", "2026-12-10"],
    ["on a Saturday late in the month", secondThursday, "2026-11-28", "2026-12-10"],
    ["over the year's turn", secondThursday, "2026-12-31", "2027-01-14"],
    ["when the month starts on that weekday", secondThursday, "2026-10-01", "2026-10-08"],
    ["the last of a month with five", lastFriday, "2027-01-23", "2027-01-29"],
    ["the last of a month with four", lastFriday, "2027-02-01", "2027-02-26"],
    ["the last on a month's last day", lastFriday, "2026-07-31", "2026-07-31"],
    ["on 29 February", { ...lastFriday, weekday: "Tuesday" }, "2028-02-23", "2028-02-29"],
    ["of every second week, in the other week", everySecondTuesday, "2026-05-20", "2026-06-02"],
    ["of every second week, before the day it is counted from", everySecondTuesday, "2026-05-06", "2026-05-19"],
    ["of every second week, over a leap day", everySecondTuesday, "2028-02-29", "2028-03-07"],
    ["of every week, over the March clock change", everyMonday, "2027-03-28", "2027-03-29"],
    ["of every week, over the October clock change", everyMonday, "2026-10-25", "2026-10-26"],
  ] satisfies [string, MeetingRule, string, string][])("%s", (_, rule, today, next) =>
    expect(nextMeetingOn(rule, today)).toBe(next),
  );

  test("is unknown where there is no fixed day", () => {
    expect(nextMeetingOn({ frequency: "no fixed day" }, "2026-05-11")).toBeNull();
    expect(meetingDays({ frequency: "no fixed day" }, "2026-05-11", 3)).toEqual([]);
  });
});

test("the next twelve", () => {
  expect(meetingDays(lastFriday, "2027-12-25", 3)).toEqual(["2027-12-31", "2028-01-28", "2028-02-25"]);
  expect(meetingDays(everySecondTuesday, "2026-12-29", 2)).toEqual(["2026-12-29", "2027-01-12"]);
  expect(meetingDays(secondThursday, "2026-05-14", 12)).toHaveLength(12);
});

test("a rule in words", () => {
  expect(meetingRuleInWords(secondThursday)).toBe("Second Thursday of the month, 2pm to 4pm");
  expect(meetingRuleInWords(lastFriday)).toBe("Last Friday of the month, 2pm to 4pm");
  expect(meetingRuleInWords(everySecondTuesday)).toBe("Every second Tuesday, 8:30am to midday");
  expect(meetingRuleInWords(everyMonday)).toBe("Every Monday, 2pm to 4pm");
  expect(meetingRuleInWords({ frequency: "no fixed day" })).toBe("No fixed day");
});

const anyDay = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyRule = fc.oneof(
  fc.constantFrom(...weekdays).map((weekday): MeetingRule => ({ frequency: "every week", weekday, ...hours })),
  anyDay.map(
    (countedFrom): MeetingRule => ({
      frequency: "every second week",
      countedFrom,
      weekday: weekdayOf(countedFrom),
      ...hours,
    }),
  ),
  fc
    .record({ week: fc.constantFrom(...weeksOfMonth), weekday: fc.constantFrom(...weekdays) })
    .map((when): MeetingRule => ({ frequency: "every month", ...when, ...hours })),
);
const days = (rule: MeetingRule, from: string, count = 13) => meetingDays(rule, from, count);

describe("of any rule, from any day", () => {
  const always = (holds: (rule: MeetingRule, from: string) => void) =>
    fc.assert(fc.property(anyRule, anyDay, holds), { numRuns: 200 });

  test("no meeting is past, and each is later than the one before", () =>
    always((rule, from) => {
      const all = days(rule, from);
      expect(all).toHaveLength(13);
      expect(all[0] && all[0] >= from).toBe(true);
      expect(all).toEqual([...new Set(all)].toSorted());
    }));

  test("each is on the rule's weekday, and in the rule's week", () =>
    always((rule, from) => {
      for (const day of days(rule, from)) {
        if (rule.frequency === "no fixed day") throw new Error("it has a day");
        expect(weekdayOf(day)).toBe(rule.weekday);
        const ofMonth = Number(day.slice(8));
        if (rule.frequency === "every second week") expect(Math.abs(daysBetween(rule.countedFrom, day) % 14)).toBe(0);
        if (rule.frequency !== "every month") continue;
        if (rule.week === "last") expect(addDays(day, 7).slice(0, 7) > day.slice(0, 7)).toBe(true);
        else expect(Math.ceil(ofMonth / 7)).toBe(weeksOfMonth.indexOf(rule.week) + 1);
      }
    }));

  test("none is left out: weeks are 7 or 14 days apart, and every month has one", () =>
    always((rule, from) => {
      const all = days(rule, from);
      all.slice(1).forEach((day, index) => {
        const before = all[index] ?? "";
        if (rule.frequency === "every month") {
          const [month, last] = [day, before].map((one) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7)));
          expect((month ?? 0) - (last ?? 0)).toBe(1);
        } else expect(daysBetween(before, day)).toBe(rule.frequency === "every week" ? 7 : 14);
      });
      if (rule.frequency === "every month") expect(daysBetween(from, all[0] ?? "")).toBeLessThan(35);
      else expect(daysBetween(from, all[0] ?? "")).toBeLessThan(rule.frequency === "every week" ? 7 : 14);
    }));

  test("the days do not depend on where the count begins", () =>
    always((rule, from) => {
      const [first = "", ...rest] = days(rule, from);
      expect(days(rule, addDays(first, 1), 12)).toEqual(rest);
      expect(nextMeetingOn(rule, first)).toBe(first);
    }));
});
