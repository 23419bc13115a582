import { describe, expect, test } from "vitest";
import {
  dayInWords,
  daysInWords,
  daysLeftInWords,
  formatNumber,
  listInWords,
  listOfEither,
  momentInWords,
  monthInWords,
  pluralise,
  sentenceCase,
  timeInWords,
  untilEndOf,
  weekdayInWords,
  withFullStop,
} from "./format";

describe("days", () => {
  test("are said in full, without commas or short months", () => {
    expect(dayInWords("2026-08-06")).toBe("6 August 2026");
    expect(dayInWords("2026-09-30")).toBe("30 September 2026");
    expect(weekdayInWords("2026-08-06")).toBe("Thursday 6 August 2026");
    expect(monthInWords("2026-08-06")).toBe("August 2026");
    expect(monthInWords("2026-08")).toBe("August 2026");
    expect([0, 1, 14].map(daysLeftInWords)).toEqual(["today is its last day", "1 day left", "14 days left"]);
    expect(untilEndOf("2027-03-31")).toBe("until the end of 31 March 2027");
  });

  test("that do not exist are refused, not guessed", () => {
    expect(() => dayInWords("2026-13-01")).toThrow(RangeError);
    expect(() => dayInWords("2026-02-30")).toThrow(RangeError);
    expect(() => dayInWords("")).toThrow(RangeError);
  });

  test("in a range share what they have in common", () => {
    expect(daysInWords("2026-08-06", "2026-08-09")).toBe("6 to 9 August 2026");
    expect(daysInWords("2026-08-30", "2026-09-02")).toBe("30 August to 2 September 2026");
    expect(daysInWords("2026-12-30", "2027-01-02")).toBe("30 December 2026 to 2 January 2027");
    expect(daysInWords("2026-08-06", "2027-08-06")).toBe("6 August 2026 to 6 August 2027");
    expect(daysInWords("2026-08-06", "2026-08-06")).toBe("6 August 2026");
  });
});

describe("moments", () => {
  test("are said on London's clock", () => {
    expect(timeInWords("2026-08-06T16:30:00Z")).toBe("5:30pm");
    expect(timeInWords("2026-12-06T17:00:00Z")).toBe("5pm");
    expect(timeInWords("2026-12-06T09:05:00Z")).toBe("9:05am");
    expect(timeInWords("2026-12-06T12:00:00Z")).toBe("midday");
    expect(timeInWords("2026-12-06T12:30:00Z")).toBe("12:30pm");
    expect(timeInWords("2026-12-06T00:00:00Z")).toBe("midnight");
    expect(timeInWords("2026-12-06T00:30:00Z")).toBe("12:30am");
    expect(momentInWords("2026-08-06T16:30:00Z")).toBe("6 August 2026, 5:30pm");
  });

  test("are read as PostgreSQL writes them", () => {
    expect(momentInWords("2026-08-06 16:30:00.123456+00")).toBe("6 August 2026, 5:30pm");
    expect(momentInWords("2026-08-06 18:30:00+02")).toBe("6 August 2026, 5:30pm");
    expect(momentInWords("2026-08-06 22:00:00+05:30")).toBe("6 August 2026, 5:30pm");
  });
});

test("figures have a comma in thousands and decimals only where needed", () => {
  expect(formatNumber(1000)).toBe("1,000");
  expect(formatNumber(24)).toBe("24");
  expect(formatNumber(24.04)).toBe("24");
  expect(formatNumber(24.25)).toBe("24.3");
  expect(formatNumber(0.5)).toBe("0.5");
  expect(formatNumber(-0.01)).toBe("0");
  expect(formatNumber(3.885, 3)).toBe("3.885");
});

test("things are counted in numerals, 1 too", () => {
  expect(pluralise(1, "day")).toBe("1 day");
  expect(pluralise(0, "day")).toBe("0 days");
  expect(pluralise(1200, "person", "people")).toBe("1,200 people");
});

test("names are joined with and", () => {
  expect([[], ["Ravi"], ["Ravi", "Ada"], ["Ravi", "Ada", "Bo"]].map(listOfEither)).toEqual([
    "",
    "Ravi",
    "Ravi or Ada",
    "Ravi, Ada or Bo",
  ]);
  expect(listInWords([])).toBe("");
  expect(listInWords(["Ravi"])).toBe("Ravi");
  expect(listInWords(["Ravi", "Ada"])).toBe("Ravi and Ada");
  expect(listInWords(["Ravi", "Ada", "Tom"])).toBe("Ravi, Ada and Tom");
});

test("a term begins a sentence with a capital", () => {
  expect(sentenceCase("almost certain")).toBe("Almost certain");
  expect(sentenceCase("GP surgery")).toBe("GP surgery");
  expect(sentenceCase("")).toBe("");
});

test("words end once, whatever they end with", () => {
  expect(withFullStop(" A fall on the stairs ")).toBe("A fall on the stairs.");
  for (const ended of [
    "It was mended.",
    "For how long?",
    "Stop!",
    "and so on …",
    "They said “stop.”",
    'They said "why?"',
  ])
    expect(withFullStop(ended)).toBe(ended);
  expect(withFullStop("Ask “everyone”")).toBe("Ask “everyone”.");
  expect(withFullStop(" ")).toBe("");
});
